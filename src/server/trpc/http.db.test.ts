import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { endSessionsNow } from '#server/auth/end-sessions.ts'
import { sessionOf } from '#server/auth/session.ts'
import type { TestWorld } from '#server/auth/test-world.ts'
import { testWorld } from '#server/auth/test-world.ts'
import { trpcHandler } from './http.ts'
import { forRoles, publicProcedure, router, signedIn } from './trpc.ts'

const testRouter = router({
  hello: publicProcedure.query(() => 'halo'),
  me: signedIn.query(({ ctx }) => ctx.actor.name),
  admin: forRoles('ADMIN').query(() => 'rahasia'),
  say: signedIn.input(z.strictObject({ nik: z.string().check(z.minLength(16)) })).mutation(() => 'ok'),
  break: publicProcedure.query(() => {
    throw new Error('password=8101010101010101 at /srv/secret/path')
  }),
})

let world: TestWorld
let server: Server
let url: string
let ours: string
const lines: unknown[] = []

beforeAll(async () => {
  world = await testWorld()
  const log = {
    error: (line: unknown) => void lines.push(line),
    warn: () => undefined,
  } as unknown as TestWorld['shell']['log']
  const handler = trpcHandler({ ...world.shell, log }, testRouter)
  server = createServer((req, res) => void handler(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/trpc/`
  ours = new URL(world.shell.config.appUrl).origin
})
afterAll(async () => {
  server.close()
  await world.database.drop()
})

type Answer = {
  status: number
  body: { error?: { message: string; data: Record<string, unknown> }; result?: { data: unknown } }
  text: string
  headers: Headers
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url + path, init)
  const text = await response.text()
  return {
    status: response.status,
    text,
    body: JSON.parse(text) as Answer['body'],
    headers: response.headers,
  }
}

const post = (cookie: string, body: unknown, headers: Record<string, string> = { origin: ours }) =>
  ask('say', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie, ...headers },
  })

test('five hundred calls in one batch are refused in words, before any of them is looked at', async () => {
  const answer = await ask(`${Array.from({ length: 500 }, () => 'hello').join(',')}?batch=1&input=%7B%7D`)
  expect(answer.status).toBe(400)
  expect(answer.body.error?.message).toBe('Paling banyak 10 permintaan sekaligus.')
  expect((await fetch(`${url}${Array.from({ length: 10 }, () => 'hello').join(',')}?batch=1`)).status).toBe(
    200,
  )
  // Also with the commas written as %2C.
  expect((await ask(`${Array.from({ length: 11 }, () => 'hello').join('%2C')}?batch=1`)).status).toBe(400)
})

test('a change comes from our own page or not at all', async () => {
  const cookie = await world.signedIn(await world.person('asal'))
  const body = { nik: '8101010101010101' }
  expect((await post(cookie, body)).status).toBe(200)
  for (const origin of [
    'https://elsewhere.example',
    `${ours}.elsewhere.example`,
    'null',
    ours.replace('http:', 'https:'),
  ]) {
    const answer = await post(cookie, body, { origin })
    expect([origin, answer.status, answer.body.error?.message]).toEqual([
      origin,
      403,
      'Permintaan ini datang dari halaman lain.',
    ])
  }
  expect((await post(cookie, body, {})).status).toBe(403)
  expect((await post(cookie, body, { origin: ours, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await post(cookie, body, { origin: ours, 'content-type': 'text/plain' })).status).toBe(415)
  // By GET nothing changes.
  expect(
    (await ask(`say?input=${encodeURIComponent(JSON.stringify(body))}`, { headers: { cookie } })).status,
  ).toBe(405)
  expect((await ask('hello', { method: 'PUT' })).status).toBe(405)
})

test('a body over 256 kB is refused, also when it does not say how long it is', async () => {
  const cookie = await world.signedIn(await world.person('besar'))
  expect((await post(cookie, { nik: 'x'.repeat(300_000) })).status).toBe(413)
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(JSON.stringify({ nik: 'x'.repeat(300_000) })))
      controller.close()
    },
  })
  const init = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': 'application/json', cookie, origin: ours },
  }
  expect((await ask('say', init as RequestInit)).status).toBe(413)
})

test('wrong input is answered place by place, without repeating it', async () => {
  const cookie = await world.signedIn(await world.person('isian'))
  const short = await post(cookie, { nik: '81010101' })
  expect(short.status).toBe(400)
  expect(short.body.error).toMatchObject({
    message: 'Isian tidak dapat diterima.',
    data: { findings: [{ path: 'nik', words: 'Paling sedikit 16 huruf.' }] },
  })
  expect(short.text).not.toContain('81010101')
  const unknown = await post(cookie, { nik: '8101010101010101', isAdmin: true })
  expect(unknown.body.error?.data['findings']).toEqual([{ path: '', words: 'Ada isian yang tidak dikenal.' }])
  const broken = await ask('say', {
    method: 'POST',
    body: '{"nik":',
    headers: { 'content-type': 'application/json', cookie, origin: ours },
  })
  expect([broken.status, broken.body.error?.message]).toEqual([400, 'Permintaan ini tidak dikenal.'])
})

test('text that no database can keep is wrong input, not a fault', async () => {
  const cookie = await world.signedIn(await world.person('nol'))
  for (const nik of ['8101010101010101\0', '8101010101010101\ud800']) {
    const answer = await post(cookie, { nik })
    expect([answer.status, answer.body.error?.message]).toEqual([400, 'Isian tidak dapat diterima.'])
  }
})

test('a fault shows its number and nothing else; the log has the same number', async () => {
  lines.length = 0
  const answer = await ask('break')
  expect(answer.status).toBe(500)
  expect(answer.body.error?.message).toMatch(
    /^Ada gangguan\. Bila menelepon, sebutkan nomor [A-Z]\d[A-Z]-\d\d[A-Z]\.$/,
  )
  expect(answer.text).not.toMatch(/password|8101010101010101|secret|stack|\.ts/)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ faultId: answer.body.error?.data['faultId'], path: 'break' })
})

test('nobody, the wrong role and an unknown name are told so and no more', async () => {
  const cookie = await world.signedIn(await world.person('operator.biasa'))
  expect((await ask('me')).body.error).toMatchObject({
    message: 'Sesi Anda berakhir. Masuk kembali.',
    data: { code: 'UNAUTHORIZED' },
  })
  expect((await ask('me', { headers: { cookie } })).body.result?.data).toBe('Nama operator.biasa')
  expect((await ask('admin', { headers: { cookie } })).body.error?.data).toEqual({
    code: 'FORBIDDEN',
    httpStatus: 403,
  })
  await expect
    .poll(
      async () =>
        (await world.database.pool.query("select subject from audit_entry where action = 'access.refuse'"))
          .rows,
    )
    .toEqual([{ subject: 'procedure:admin' }])
  expect((await ask('tidak.ada', { headers: { cookie } })).status).toBe(404)
  expect((await ask('__proto__.toString', { headers: { cookie } })).status).toBe(404)
})

test('a held session is told what comes first', async () => {
  const cookie = await world.signedIn(await world.person('tertahan'), false)
  const answer = await ask('me', { headers: { cookie: `${cookie}; bahasa=en` } })
  expect(answer.body.error).toMatchObject({
    message: 'Pasang kode masuk di halaman akun dulu.',
    data: { code: 'FORBIDDEN' },
  })
})

test('answers are for nobody else to keep', async () => {
  expect((await ask('hello')).headers.get('cache-control')).toBe('private, no-store')
})

test('the request after the end of a session is answered as nobody’s', async () => {
  const cookie = await world.signedIn(await world.person('usai'))
  expect((await ask('me', { headers: { cookie } })).status).toBe(200)
  const session = await sessionOf(world.shell, cookie)
  await endSessionsNow(world.shell, { sessionId: session!.sessionId }, 'test')
  expect((await ask('me', { headers: { cookie } })).status).toBe(401)
})
