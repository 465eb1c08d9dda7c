import { randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf } from './files-shell.ts'
import { storeReadyFile } from './store-ready-file.ts'
import { sweepFiles } from './sweep-files.ts'
import { aPhoto, sha256, UploadHouse } from './testing/upload-house.ts'

let house: UploadHouse
beforeAll(async () => {
  house = await UploadHouse.open()
})
afterAll(() => house.close())

test('a photo is sent, sealed, and shown again to whoever may open the case', async () => {
  const photo = await aPhoto()
  const { id, url } = await house.started(photo)
  expect((await house.send(url, photo)).status).toBe(204)
  expect(await house.stateOf(id)).toMatchObject({
    state: 'ready',
    mime: 'image/jpeg',
    width: 500,
    height: 400,
  })

  const shown = await fetch(`${house.base}/papers/${id}`, { headers: { cookie: house.mina.cookie } })
  expect(Buffer.from(await shown.arrayBuffer()).equals(photo)).toBe(true)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': `inline; filename="berkas-${id.slice(0, 8)}.jpg"`,
  })
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  expect(
    (await fetch(`${house.base}/papers/${id}/thumb`, { headers: { cookie: house.mina.cookie } })).headers.get(
      'content-type',
    ),
  ).toBe('image/webp')
  const read = await house.database.pool.query(
    `select action from audit_entry where detail->>'fileId' = $1`,
    [id],
  )
  expect(read.rows.map((row: { action: string }) => row.action).sort()).toEqual(['paper.open', 'paper.thumb'])
})

test('another negeri gets the same answer as for what does not exist, by every verb', async () => {
  const photo = await aPhoto()
  const { caseId, id, url } = await house.started(photo)
  const missing = `${house.base}/files/${randomUUID()}`
  for (const method of ['HEAD', 'PATCH', 'DELETE']) {
    const headers =
      method === 'PATCH' ? { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } : {}
    expect((await house.tus(method, url, house.neighbour.cookie, { headers })).status, method).toBe(404)
    expect((await house.tus(method, missing, house.neighbour.cookie, { headers })).status, method).toBe(404)
  }
  const theirs = await house.create({
    cookie: house.neighbour.cookie,
    caseId,
    length: 10,
    sha256: sha256(photo),
  })
  const nobodys = await house.create({
    cookie: house.neighbour.cookie,
    caseId: randomUUID(),
    length: 10,
    sha256: sha256(photo),
  })
  expect([theirs.status, await theirs.text()]).toEqual([nobodys.status, await nobodys.text()])
  expect(theirs.status).toBe(404)
  await house.send(url, photo)
  for (const path of [`/papers/${id}`, `/papers/${id}/thumb`, `/papers/${randomUUID()}`]) {
    expect(
      (await fetch(house.base + path, { headers: { cookie: house.neighbour.cookie } })).status,
      path,
    ).toBe(404)
  }
  // A draft never leaves its own side: the Dinas does not see its papers yet.
  expect(
    (await fetch(`${house.base}/papers/${id}`, { headers: { cookie: house.operator.cookie } })).status,
  ).toBe(404)
})

test('without a session, from another page, by GET: nothing', async () => {
  const photo = await aPhoto()
  const { caseId, id, url } = await house.started(photo)
  expect((await house.create({ cookie: '', caseId, length: 5, sha256: sha256(photo) })).status).toBe(401)
  expect(
    (await house.create({ caseId, length: 5, sha256: sha256(photo), origin: 'http://jahat.example' })).status,
  ).toBe(403)
  expect((await house.tus('GET', url, house.mina.cookie)).status).toBe(405)
  expect((await fetch(`${house.base}/papers/${id}`)).status).toBe(401)
})

test('equal contents lie on disk once; half-sent bytes lie there encrypted', async () => {
  const bytes = await aPhoto()
  const stored = await Promise.all(
    ['a', 'b'].map(async () =>
      storeReadyFile(house.shell, { caseId: await house.draft(), ownerId: house.mina.actor.id, bytes }),
    ),
  )
  const keys = await Promise.all(stored.map(async ({ fileId }) => (await house.stateOf(fileId)).blobKey))
  expect(new Set(keys).size).toBe(1)

  const words = Buffer.from('NIK ibu '.repeat(500))
  const { id, url } = await house.started(words)
  await house.send(url, words.subarray(0, 2000))
  const onDisk = await readFile(join(filesOf(house.shell).partsDirectory, id))
  expect(onDisk.length).toBe(2000)
  expect(onDisk.includes('NIK')).toBe(false)
})

test('a withdrawn upload is gone; abandoned ones are swept after a week, finished ones stay', async () => {
  const photo = await aPhoto()
  const kept = await storeReadyFile(house.shell, {
    caseId: await house.draft(),
    ownerId: house.mina.actor.id,
    bytes: photo,
  })
  const withdrawn = await house.started(photo)
  expect((await house.tus('DELETE', withdrawn.url, house.mina.cookie)).status).toBe(204)
  expect((await house.tus('HEAD', withdrawn.url, house.mina.cookie)).status).toBe(404)

  const abandoned = await house.started(photo)
  await house.send(abandoned.url, photo.subarray(0, 500))
  await sweepFiles(house.shell)
  expect((await house.stateOf(abandoned.id)).state).toBe('uploading')
  house.now += 8 * 24 * 3_600_000
  await sweepFiles(house.shell)
  house.now -= 8 * 24 * 3_600_000
  expect(await house.database.prisma.storedFile.findUnique({ where: { id: abandoned.id } })).toBeNull()
  expect(await readdir(filesOf(house.shell).partsDirectory)).not.toContain(abandoned.id)
  expect(
    (await fetch(`${house.base}/papers/${kept.fileId}`, { headers: { cookie: house.mina.cookie } })).status,
  ).toBe(200)
})
