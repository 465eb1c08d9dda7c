import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { openLog } from '#server/log.ts'
import { openHttpServer } from './http-server.ts'

const lines: string[] = []
const config = readConfig({ APP_URL: 'https://antrean.example.go.id' })
const seen: { page?: IncomingMessage } = {}
const server = openHttpServer(
  { config, log: openLog('info', { write: (line) => lines.push(line) }) },
  {
    probe: async (path, _req, res) => (path === '/api/health' ? (res.end('{"ok":true}'), true) : false),
    trpc: async () => {
      throw new Error('planted: 8101154107900003')
    },
    files: async (_req, res) => void res.end('files'),
    papers: async (_req, res) => void res.end('papers'),
    outbox: async (_req, res) => void res.end('outbox'),
    boat: async (_req, res) => void res.end('boat'),
    pages: async (req, res) => {
      seen.page = req
      res.end('page')
    },
  },
)
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')))
afterAll(() => server.close())

async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: IncomingMessage['headers']; text: string }> {
  const { port } = server.address() as AddressInfo
  const sent = request({ port, path, method, headers: { host: 'antrean.example.go.id', ...headers } }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of answer.setEncoding('utf8')) text += part as string
  return { status: answer.statusCode ?? 0, headers: answer.headers, text }
}

test('each path has one part that answers, and every answer is guarded', async () => {
  for (const [path, text] of [
    ['/', 'page'],
    ['/api/auth/session', 'page'],
    ['/files', 'files'],
    ['/files/x', 'files'],
    ['/filesystem', 'page'],
    ['/papers/x', 'papers'],
    ['/outbox/x', 'outbox'],
  ] as const) {
    const answer = await ask(path)
    expect(answer.text).toBe(text)
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringContaining('max-age') as string,
    })
    expect(answer.headers).not.toHaveProperty('x-powered-by')
  }
})

test('an address with a host of its own is refused before it leads anybody away', async () => {
  expect((await ask('http://elsewhere.example/masuk')).status).toBe(400)
})

test('a page is got or posted to, and nothing else', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])
    expect([method, (await ask('/', {}, method)).status]).toEqual([method, 405])
})

test('pages get a nonce of their own, and no script runs without it', async () => {
  const policies = [
    (await ask('/')).headers['content-security-policy'],
    (await ask('/')).headers['content-security-policy'],
  ]
  expect(policies[0]).not.toBe(policies[1])
  expect(seen.page?.headers['content-security-policy']).toBe(policies[1])
  const scripts = /script-src [^;]*/.exec(String(policies[0]))?.[0] ?? ''
  expect(scripts).toMatch(/'nonce-[\w+/]{22}=='/)
  expect(scripts).not.toMatch(/unsafe/)
  expect(String(policies[0])).toContain("frame-ancestors 'none'")
})

test('what a client claims about itself is not believed', async () => {
  await ask('/', {
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-middleware-subrequest': 'x',
    'x-satu-address': '1.2.3.4',
    'x-nonce': 'n',
  })
  expect(seen.page?.headers).toMatchObject({ 'x-satu-address': '127.0.0.1' })
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-middleware-subrequest'])
    expect(seen.page?.headers).not.toHaveProperty(name)
  expect(seen.page?.headers['x-nonce']).not.toBe('n')
})

test('another name than ours is not served; probes by address are', async () => {
  expect((await ask('/', { host: 'evil.example' })).status).toBe(421)
  expect((await ask('/', { host: 'antrean.example.go.id.evil.example' })).status).toBe(421)
  expect((await ask('/api/health', { host: '10.0.0.9:3000' })).status).toBe(200)
})

test('a fault is one log line under the id that the person sees, without the number in it', async () => {
  lines.length = 0
  const { status, text } = await ask('/api/trpc/case.run')
  expect(status).toBe(500)
  const id = /[A-Z]\d[A-Z]-\d\d[A-Z]/.exec(text)?.[0]
  const mine = lines.filter((line) => line.includes(String(id)))
  expect(mine).toHaveLength(1)
  expect(mine[0]).not.toContain('8101154107900003')
  expect(text).not.toContain('planted')
})

test('an upgrade to anything but the live socket is cut', async () => {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  socket.write(
    'GET /_next/webpack-hmr HTTP/1.1\r\nHost: antrean.example.go.id\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  )
  await once(socket, 'close')
  expect(socket.bytesRead).toBe(0)
})

test('a page takes a form and not a flood, also when it does not say how long it will be', async () => {
  const { port } = server.address() as AddressInfo
  const post = async (headers: Record<string, string>) => {
    const sent = request({
      port,
      path: '/masuk',
      method: 'POST',
      headers: { host: 'antrean.example.go.id', ...headers },
    })
    sent.on('error', () => {}).write('x=1')
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    answer.resume()
    sent.destroy()
    return answer.statusCode
  }
  expect(await post({ 'content-length': '3' })).toBe(200)
  expect(await post({ 'content-length': '70000' })).toBe(413)
  expect(await post({ 'transfer-encoding': 'chunked' })).toBe(413)
})
