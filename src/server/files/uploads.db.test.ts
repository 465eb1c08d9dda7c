import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pino from 'pino'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '#domain/intake/paper-file.ts'
import { runCommand } from '#server/case/run-command.ts'
import { readConfig } from '#server/config.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { insertSession } from '#server/auth/session-store.ts'
import { newSessionToken, sessionIdOf } from '#server/auth/session-token.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'
import { closeFiles, filesOf } from './files-shell.ts'
import { PartStore } from './part-store.ts'
import { papersHandler } from './papers-handler.ts'
import { storeReadyFile } from './store-ready-file.ts'
import { sweepFiles } from './sweep-files.ts'
import { uploadsHandler } from './uploads-handler.ts'

const SELAMON = '81.01.09.2001'
const WOTAY = '81.01.12.2002'
const origin = { address: '127.0.0.1', device: 'test' }
const key = () => randomBytes(32).toString('base64url')

let database: TestDatabase
let shell: Shell
let server: Server
let base: string
let now = Date.now()
let mina: Person
let neighbour: Person
let operator: Person
type Person = Awaited<ReturnType<typeof aPerson>>

beforeAll(async () => {
  database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'files-'))
  const log = pino({ level: 'silent' })
  const sealer = createSealer({ sealing: [{ id: 1, key: key() }], blindIndex: key() })
  const config = { ...readConfig({ DATA_DIR: dataDir, SEED: 'demo' }), appUrl: 'http://localhost' }
  shell = {
    config,
    pool: database.pool,
    prisma: database.prisma,
    clock: () => now,
    log,
    sealer,
    feed: { wake: () => undefined } as unknown as Shell['feed'],
  }
  for (const code of [SELAMON, WOTAY]) {
    await database.prisma.region.upsert({
      where: { code },
      update: {},
      create: { code, name: `Negeri ${code}`, level: 'negeri_desa', parentCode: code.slice(0, 8) },
    })
  }
  const [uploads, papers] = [uploadsHandler(shell), papersHandler(shell)]
  server = createServer(
    (req, res) => void (req.url?.startsWith('/papers') ? papers(req, res) : uploads(req, res)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  mina = await aPerson('NEGERI_OFFICER', [SELAMON])
  neighbour = await aPerson('NEGERI_OFFICER', [WOTAY])
  operator = await aPerson('OPERATOR', ['81.01'])
})

afterAll(async () => {
  closeFiles(shell)
  await new Promise((resolve) => server.close(resolve))
  await rm(shell.config.dataDir, { recursive: true })
  await database.drop()
})

async function aPerson(role: 'NEGERI_OFFICER' | 'OPERATOR', areas: string[]) {
  const id = randomUUID()
  const token = newSessionToken()
  await database.prisma.person.create({
    data: { id, username: id, name: 'Mina Boiratan', passwordHash: 'x', role, areas, services: [] },
  })
  await insertSession(database.pool, {
    id: sessionIdOf(token),
    personId: id,
    at: now,
    expiresAt: now + 3_600_000,
    secondFactor: true,
    device: '',
    address: '',
  })
  return { actor: { id, name: 'Mina Boiratan', role, areas, services: [] }, cookie: `satu-antrean=${token}` }
}

async function aDraft(person: Person = mina): Promise<string> {
  const caseId = randomUUID()
  const command = {
    type: 'create',
    service: 'AKTA_KELAHIRAN',
    kind: 'BIRTH_REGULAR',
    negeri: person.actor.areas[0]!,
  } as const
  const answer = await runCommand(
    shell,
    person.actor,
    { commandId: randomUUID(), caseId, seenVersion: 0, command },
    origin,
  )
  expect(answer.ok).toBe(true)
  return caseId
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const aPhoto = async () =>
  sharp({
    create: {
      width: 500,
      height: 400,
      channels: 3,
      background: '#dccfb4',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer()
const base64 = (text: string) => Buffer.from(text).toString('base64')

type Given = {
  readonly cookie?: string
  readonly caseId: string
  readonly length: number
  readonly sha256: string
  readonly purpose?: string
  readonly origin?: string
}

function create({
  cookie = mina.cookie,
  caseId,
  length,
  sha256: hash,
  purpose = 'paper',
  origin: from = base,
}: Given) {
  const meta = { caseId, sha256: hash, purpose }
  return fetch(`${base}/files`, {
    method: 'POST',
    headers: {
      cookie,
      origin: from,
      'tus-resumable': '1.0.0',
      'upload-length': String(length),
      'upload-metadata': Object.entries(meta)
        .map(([name, value]) => `${name} ${base64(value)}`)
        .join(','),
    },
  })
}

const tus = (
  method: string,
  url: string,
  cookie: string,
  more: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
) =>
  fetch(url, {
    ...more,
    method,
    headers: { cookie, origin: base, 'tus-resumable': '1.0.0', ...more.headers },
  })

const send = (url: string, bytes: Uint8Array, offset = 0, cookie = mina.cookie) =>
  tus('PATCH', url, cookie, {
    body: Buffer.from(bytes),
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  })

async function started(bytes: Uint8Array, more: Partial<Given> = {}) {
  const caseId = more.caseId ?? (await aDraft())
  const answer = await create({ caseId, length: bytes.length, sha256: sha256(bytes), ...more })
  expect(answer.status).toBe(201)
  const location = answer.headers.get('location')!
  expect(location).toMatch(/^\/files\/[0-9a-f-]{36}$/)
  return { caseId, url: base + location, id: location.slice('/files/'.length) }
}

const stateOf = (id: string) => database.prisma.storedFile.findUniqueOrThrow({ where: { id } })
const whyOf = async (answer: Response) => ((await answer.json()) as { why: string }).why

test('a photo is sent, sealed, and shown again to whoever may open the case', async () => {
  const photo = await aPhoto()
  const { id, url } = await started(photo)
  expect((await send(url, photo)).status).toBe(204)
  expect(await stateOf(id)).toMatchObject({ state: 'ready', mime: 'image/jpeg', width: 500, height: 400 })

  const shown = await fetch(`${base}/papers/${id}`, { headers: { cookie: mina.cookie } })
  expect(Buffer.from(await shown.arrayBuffer()).equals(photo)).toBe(true)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': `inline; filename="berkas-${id.slice(0, 8)}.jpg"`,
  })
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  expect(
    (await fetch(`${base}/papers/${id}/thumb`, { headers: { cookie: mina.cookie } })).headers.get(
      'content-type',
    ),
  ).toBe('image/webp')
  const read = await database.pool.query(`select action from audit_entry where detail->>'fileId' = $1`, [id])
  expect(read.rows.map((row: { action: string }) => row.action).sort()).toEqual(['paper.open', 'paper.thumb'])
})

test('after a cut at any byte the upload goes on from that byte', async () => {
  const photo = await aPhoto()
  const { id, url } = await started(photo)
  for (const cut of [1, 777, 16_001]) {
    const offset = Number((await tus('HEAD', url, mina.cookie)).headers.get('upload-offset'))
    await cutAfter(url, photo.subarray(offset), offset, cut - offset)
    await expect
      .poll(async () => Number((await tus('HEAD', url, mina.cookie)).headers.get('upload-offset')))
      .toBe(cut)
  }
  expect((await send(url, photo.subarray(16_001), 16_001)).status).toBe(204)
  expect(await stateOf(id)).toMatchObject({ state: 'ready', sha256: sha256(photo) })
  const shown = await fetch(`${base}/papers/${id}`, { headers: { cookie: mina.cookie } })
  expect(sha256(Buffer.from(await shown.arrayBuffer()))).toBe(sha256(photo))
})

/** Sends `length` bytes of a longer body and tears the connection down. */
function cutAfter(url: string, bytes: Uint8Array, offset: number, length: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      cookie: mina.cookie,
      origin: base,
      'tus-resumable': '1.0.0',
      'upload-offset': offset,
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.length,
    }
    const req = request(url, { method: 'PATCH', headers })
    req.on('error', () => resolve())
    req.write(Buffer.from(bytes.subarray(0, length)), () =>
      setTimeout(() => req.destroy(new Error('cut')), 50),
    )
  })
}

test('the last answer was lost: the file is whole and no byte is sent again', async () => {
  const photo = await aPhoto()
  const { url } = await started(photo)
  await send(url, photo)
  const again = await tus('HEAD', url, mina.cookie)
  expect([again.status, again.headers.get('upload-offset')]).toEqual([200, String(photo.length)])
})

test('the server stopped between the last byte and the store: the next look finishes it', async () => {
  const photo = await aPhoto()
  const { id, url } = await started(photo)
  await new PartStore(filesOf(shell).partsDirectory, shell.prisma, shell.sealer).write(
    Readable.from([photo]),
    id,
    0,
  )
  expect((await stateOf(id)).state).toBe('uploading')
  const looked = await Promise.all([tus('HEAD', url, mina.cookie), tus('HEAD', url, mina.cookie)])
  expect(looked.map((one) => one.headers.get('upload-offset'))).toEqual([
    String(photo.length),
    String(photo.length),
  ])
  expect((await stateOf(id)).state).toBe('ready')
})

test('bytes that differ from the promised hash are refused and kept nowhere', async () => {
  const photo = await aPhoto()
  const caseId = await aDraft()
  const { id, url } = await started(photo, { caseId, sha256: sha256(Buffer.from('lain')) })
  const answer = await send(url, photo)
  expect([answer.status, await whyOf(answer)]).toEqual([460, 'file-altered'])
  expect(await stateOf(id)).toMatchObject({ state: 'refused', blobKey: null })
  expect(await readdir(filesOf(shell).partsDirectory)).not.toContain(id)
  expect((await fetch(`${base}/papers/${id}`, { headers: { cookie: mina.cookie } })).status).toBe(404)
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
  const { url } = await started(bytes)
  const answer = await send(url, bytes)
  expect([answer.status, await whyOf(answer)]).toEqual([status, why])
})

test('40 MB are refused before the first byte', async () => {
  const answer = await create({
    caseId: await aDraft(),
    length: 40 * MEGABYTE,
    sha256: sha256(Buffer.from('x')),
  })
  expect([answer.status, await whyOf(answer)]).toEqual([413, 'file-too-big'])
})

test('more bytes than announced are not taken', async () => {
  const photo = await aPhoto()
  const { url } = await started(photo.subarray(0, 1000))
  expect((await send(url, photo)).status).toBe(413)
})

test('another negeri gets the same answer as for what does not exist, by every verb', async () => {
  const photo = await aPhoto()
  const { caseId, id, url } = await started(photo)
  const missing = `${base}/files/${randomUUID()}`
  for (const method of ['HEAD', 'PATCH', 'DELETE']) {
    const headers =
      method === 'PATCH' ? { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } : {}
    expect((await tus(method, url, neighbour.cookie, { headers })).status, method).toBe(404)
    expect((await tus(method, missing, neighbour.cookie, { headers })).status, method).toBe(404)
  }
  const theirs = await create({ cookie: neighbour.cookie, caseId, length: 10, sha256: sha256(photo) })
  const nobodys = await create({
    cookie: neighbour.cookie,
    caseId: randomUUID(),
    length: 10,
    sha256: sha256(photo),
  })
  expect([theirs.status, await theirs.text()]).toEqual([nobodys.status, await nobodys.text()])
  expect(theirs.status).toBe(404)
  await send(url, photo)
  for (const path of [`/papers/${id}`, `/papers/${id}/thumb`, `/papers/${randomUUID()}`]) {
    expect((await fetch(base + path, { headers: { cookie: neighbour.cookie } })).status, path).toBe(404)
  }
  // A draft never leaves its own side: the Dinas does not see its papers yet.
  expect((await fetch(`${base}/papers/${id}`, { headers: { cookie: operator.cookie } })).status).toBe(404)
})

test('without a session, from another page, by GET: nothing', async () => {
  const photo = await aPhoto()
  const { caseId, id, url } = await started(photo)
  expect((await create({ cookie: '', caseId, length: 5, sha256: sha256(photo) })).status).toBe(401)
  expect(
    (await create({ caseId, length: 5, sha256: sha256(photo), origin: 'http://jahat.example' })).status,
  ).toBe(403)
  expect((await tus('GET', url, mina.cookie)).status).toBe(405)
  expect((await fetch(`${base}/papers/${id}`)).status).toBe(401)
})

test('the operator sends no paper, and nobody sends without a hash', async () => {
  const photo = await aPhoto()
  const caseId = await aDraft()
  expect((await create({ caseId, length: 5, sha256: 'kosong' })).status).toBe(400)
  const document = await create({ caseId, length: 5, sha256: sha256(photo), purpose: 'document' })
  expect([document.status, await whyOf(document)]).toEqual([403, 'not-now'])
})

test('one case holds so much and no more, also when two come at once', async () => {
  const caseId = await aDraft()
  const sizes = Array.from({ length: 12 }, () => 15 * MEGABYTE)
  const answers = await Promise.all(
    sizes.map((length) => create({ caseId, length, sha256: sha256(Buffer.from(String(length))) })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(8)
  expect(await whyOf(answers.find((answer) => answer.status !== 201)!)).toBe('case-full')
})

test('equal contents lie on disk once; half-sent bytes lie there encrypted', async () => {
  const bytes = await aPhoto()
  const stored = await Promise.all(
    ['a', 'b'].map(async () =>
      storeReadyFile(shell, { caseId: await aDraft(), ownerId: mina.actor.id, bytes }),
    ),
  )
  const keys = await Promise.all(stored.map(async ({ fileId }) => (await stateOf(fileId)).blobKey))
  expect(new Set(keys).size).toBe(1)

  const words = Buffer.from('NIK ibu '.repeat(500))
  const { id, url } = await started(words)
  await send(url, words.subarray(0, 2000))
  const onDisk = await readFile(join(filesOf(shell).partsDirectory, id))
  expect(onDisk.length).toBe(2000)
  expect(onDisk.includes('NIK')).toBe(false)
})

test('a withdrawn upload is gone; abandoned ones are swept after a week, finished ones stay', async () => {
  const photo = await aPhoto()
  const kept = await storeReadyFile(shell, { caseId: await aDraft(), ownerId: mina.actor.id, bytes: photo })
  const withdrawn = await started(photo)
  expect((await tus('DELETE', withdrawn.url, mina.cookie)).status).toBe(204)
  expect((await tus('HEAD', withdrawn.url, mina.cookie)).status).toBe(404)

  const abandoned = await started(photo)
  await send(abandoned.url, photo.subarray(0, 500))
  await sweepFiles(shell)
  expect((await stateOf(abandoned.id)).state).toBe('uploading')
  now += 8 * 24 * 3_600_000
  await sweepFiles(shell)
  now -= 8 * 24 * 3_600_000
  expect(await database.prisma.storedFile.findUnique({ where: { id: abandoned.id } })).toBeNull()
  expect(await readdir(filesOf(shell).partsDirectory)).not.toContain(abandoned.id)
  expect((await fetch(`${base}/papers/${kept.fileId}`, { headers: { cookie: mina.cookie } })).status).toBe(
    200,
  )
})
