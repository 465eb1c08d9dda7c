import { request } from 'node:http'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '#domain/intake/paper-file.ts'
import { filesOf } from './files-shell.ts'
import { PartStore } from './part-store.ts'
import { aPhoto, sha256, UploadHouse, whyOf } from './testing/upload-house.ts'

let house: UploadHouse
beforeAll(async () => {
  house = await UploadHouse.open()
})
afterAll(() => house.close())

test('after a cut at any byte the upload goes on from that byte', async () => {
  const photo = await aPhoto()
  const { id, url } = await house.started(photo)
  for (const cut of [1, 777, 16_001]) {
    const offset = Number((await house.tus('HEAD', url, house.mina.cookie)).headers.get('upload-offset'))
    await cutAt(id, url, photo, offset, cut)
    expect((await house.tus('HEAD', url, house.mina.cookie)).headers.get('upload-offset')).toBe(String(cut))
  }
  expect((await house.send(url, photo.subarray(16_001), 16_001)).status).toBe(204)
  expect(await house.stateOf(id)).toMatchObject({ state: 'ready', sha256: sha256(photo) })
  const shown = await fetch(`${house.base}/papers/${id}`, { headers: { cookie: house.mina.cookie } })
  expect(sha256(Buffer.from(await shown.arrayBuffer()))).toBe(sha256(photo))
})

/** Sends the bytes up to `cut` of a longer body, sees them on the disk, and tears the connection down. */
async function cutAt(id: string, url: string, bytes: Uint8Array, offset: number, cut: number): Promise<void> {
  const headers = {
    cookie: house.mina.cookie,
    origin: house.base,
    'tus-resumable': '1.0.0',
    'upload-offset': offset,
    'content-type': 'application/offset+octet-stream',
    'content-length': bytes.length - offset,
  }
  const req = request(url, { method: 'PATCH', headers })
  const torn = new Promise((resolve) => req.once('close', resolve))
  req.on('error', () => undefined)
  req.write(Buffer.from(bytes.subarray(offset, cut)))
  const onDisk = async () => (await stat(join(filesOf(house.shell).partsDirectory, id))).size
  await expect.poll(onDisk, { timeout: 20_000 }).toBe(cut)
  req.destroy()
  await torn
}

test('the last answer was lost: the file is whole and no byte is sent again', async () => {
  const photo = await aPhoto()
  const { url } = await house.started(photo)
  await house.send(url, photo)
  const again = await house.tus('HEAD', url, house.mina.cookie)
  expect([again.status, again.headers.get('upload-offset')]).toEqual([200, String(photo.length)])
})

test('the server stopped between the last byte and the store: the next look finishes it', async () => {
  const photo = await aPhoto()
  const { id, url } = await house.started(photo)
  await new PartStore(filesOf(house.shell).partsDirectory, house.shell.prisma, house.shell.sealer).write(
    Readable.from([photo]),
    id,
    0,
  )
  expect((await house.stateOf(id)).state).toBe('uploading')
  const looked = await Promise.all([
    house.tus('HEAD', url, house.mina.cookie),
    house.tus('HEAD', url, house.mina.cookie),
  ])
  expect(looked.map((one) => one.headers.get('upload-offset'))).toEqual([
    String(photo.length),
    String(photo.length),
  ])
  expect((await house.stateOf(id)).state).toBe('ready')
})

test('bytes that differ from the promised hash are refused and kept nowhere', async () => {
  const photo = await aPhoto()
  const caseId = await house.draft()
  const { id, url } = await house.started(photo, { caseId, sha256: sha256(Buffer.from('lain')) })
  const answer = await house.send(url, photo)
  expect([answer.status, await whyOf(answer)]).toEqual([460, 'file-altered'])
  expect(await house.stateOf(id)).toMatchObject({ state: 'refused', blobKey: null })
  expect(await readdir(filesOf(house.shell).partsDirectory)).not.toContain(id)
  expect((await fetch(`${house.base}/papers/${id}`, { headers: { cookie: house.mina.cookie } })).status).toBe(
    404,
  )
})

test.each([
  [
    'an executable named .jpg',
    Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(900)]),
    422,
    'file-dangerous',
  ],
  ['a text', Buffer.from('halo dari negeri'), 415, 'file-wrong-type'],
])('%s is refused in words', async (_name, bytes, status, why) => {
  const { url } = await house.started(bytes)
  const answer = await house.send(url, bytes)
  expect([answer.status, await whyOf(answer)]).toEqual([status, why])
})

test('40 MB are refused before the first byte', async () => {
  const answer = await house.create({
    caseId: await house.draft(),
    length: 40 * MEGABYTE,
    sha256: sha256(Buffer.from('x')),
  })
  expect([answer.status, await whyOf(answer)]).toEqual([413, 'file-too-big'])
})

test('more bytes than announced are not taken', async () => {
  const photo = await aPhoto()
  const { url } = await house.started(photo.subarray(0, 1000))
  expect((await house.send(url, photo)).status).toBe(413)
})

test('what tus has beyond this house is refused as malformed, and is no fault', async () => {
  const wanted = { caseId: await house.draft(), length: 5, sha256: sha256(Buffer.from('x')) }
  for (const headers of [{ 'upload-concat': 'partial' }, { 'upload-defer-length': '1' }])
    expect((await house.create({ ...wanted, headers })).status).toBe(400)
  const nowhere = await house.tus('HEAD', `${house.base}/files/${'a'.repeat(36)}`, house.mina.cookie)
  expect(nowhere.status).toBe(404)
})

test('the operator sends no paper, and nobody sends without a hash', async () => {
  const photo = await aPhoto()
  const caseId = await house.draft()
  expect((await house.create({ caseId, length: 5, sha256: 'kosong' })).status).toBe(400)
  const document = await house.create({ caseId, length: 5, sha256: sha256(photo), purpose: 'document' })
  expect([document.status, await whyOf(document)]).toEqual([403, 'not-now'])
})

test('one case holds so much and no more, also when two come at once', async () => {
  const caseId = await house.draft()
  const sizes = Array.from({ length: 12 }, () => 15 * MEGABYTE)
  const answers = await Promise.all(
    sizes.map((length) => house.create({ caseId, length, sha256: sha256(Buffer.from(String(length))) })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(8)
  expect(await whyOf(answers.find((answer) => answer.status !== 201)!)).toBe('case-full')
})
