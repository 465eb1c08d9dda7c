import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const HOST = 'antrean.example.go.id'

export type Answer = {
  readonly status: number
  readonly text: string
  readonly headers: IncomingMessage['headers']
}

/** What stands behind a TLS proxy: the real server in production mode, asked as the proxy would ask it. */
export type HouseInProduction = {
  readonly firstPassword: string
  /** One browser: it keeps its cookies. */
  browser(): {
    readonly cookies: Map<string, string>
    get(where: string): Promise<Answer>
    post(where: string, form: Record<string, string>): Promise<Answer>
    call(procedure: string, input: unknown): Promise<unknown>
  }
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

export async function startInProduction(): Promise<HouseInProduction> {
  const port = await freePort()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'satu-antrean-production-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    APP_URL: `https://${HOST}`,
    SATU_MODE: 'production',
    NODE_ENV: 'production',
    SEED: '',
    DATABASE_URL: '',
  }
  const child = spawn(process.execPath, ['src/main/server.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const password = () => /admin\s.*?([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})/.exec(said)?.[1]
  for (let waited = 0; password() === undefined; waited += 100) {
    if (waited > 90_000 || child.exitCode !== null) throw new Error(`production did not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    firstPassword: password() ?? '',
    browser: () => newBrowser(port),
    async close() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function newBrowser(port: number): ReturnType<HouseInProduction['browser']> {
  const cookies = new Map<string, string>()

  async function send(method: string, where: string, body?: string, type = ''): Promise<Answer> {
    const asked = request({
      host: '127.0.0.1',
      port,
      method,
      path: where,
      headers: {
        host: HOST,
        cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined
          ? {}
          : { origin: `https://${HOST}`, 'content-type': type, 'content-length': Buffer.byteLength(body) }),
      },
    })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=', 2)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    let text = ''
    for await (const part of answer.setEncoding('utf8')) text += String(part)
    return { status: answer.statusCode ?? 0, text, headers: answer.headers }
  }

  return {
    cookies,
    get: (where) => send('GET', where),
    post: (where, form) =>
      send('POST', where, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'),
    async call(procedure, input) {
      const { text } = await send('POST', `/api/trpc/${procedure}`, JSON.stringify(input), 'application/json')
      return (JSON.parse(text) as { result?: { data: unknown } }).result?.data
    },
  }
}
