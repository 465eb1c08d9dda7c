import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Role } from '#domain/access/role.ts'
import { openSession } from '#server/auth/open-session.ts'
import type { Rig } from '../rig.ts'
import { KEYS, openRig } from '../rig.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const START_MS = 60_000
const randomKey = () => randomBytes(32).toString('base64url')

/** The whole server, as it is started, on a database that a benchmark has filled. */
export type Site = {
  readonly base: string
  readonly rig: Rig
  /** A cookie of a new person in this role, signed in with both factors. */
  cookieFor(role: Role, area: string): Promise<{ readonly name: string; readonly value: string }>
  /** Stops, and starts the server of another build on the same data. */
  deploy(root: string): Promise<void>
  close(): Promise<void>
}

/**
 * The pages are built first when they are stale; a build is not what is measured. `front`: what stands before the
 * server, given its port; answers the address that people know.
 */
export async function openSite(
  fill: (rig: Rig) => Promise<void>,
  front: (port: number) => Promise<string> = (port) => Promise.resolve(`http://localhost:${port}`),
): Promise<Site> {
  await run([path.join(ROOT, 'src/main/launch.mjs'), 'build'])
  const rig = await openRig(16)
  await fill(rig)
  const port = await freePort()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-site-'))
  const base = await front(port)
  const [session, audit] = [randomKey(), randomKey()]
  const keys = JSON.stringify({ ...KEYS, session, audit })
  const start = async (root: string) => {
    const child = spawn(process.execPath, [path.join(root, 'src/main/server.ts')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SATU_MODE: 'demo',
        SEED: 'empty',
        PORT: String(port),
        APP_URL: base,
        DATA_DIR: dataDir,
        DATABASE_URL: rig.urls.owner,
        DATABASE_APP_URL: rig.urls.app,
        SATU_KEYS: keys, // what the benchmark sealed, the server opens
      },
    })
    await untilReady(port, base, () => child.exitCode !== null)
    return child
  }
  let server = await start(ROOT)
  const stop = async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'close')
  }
  return {
    base,
    rig,
    async deploy(root) {
      await stop()
      server = await start(root)
    },
    async cookieFor(role, area) {
      const person = await rig.shell.prisma.person.create({
        data: {
          id: randomUUID(),
          username: `bench-${randomUUID()}`,
          name: 'Ona Patirane',
          passwordHash: '',
          role,
          areas: [area],
          services: [],
        },
      })
      const { token } = await openSession(
        rig.shell,
        rig.shell.pool,
        person.id,
        { address: '127.0.0.1', device: 'bench' },
        true,
      )
      return { name: 'satu-antrean', value: token }
    },
    async close() {
      await stop()
      await rig.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Asked at its own door, not at the one that people know: what stands before it may be slow. */
async function untilReady(port: number, base: string, ended: () => boolean): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < START_MS; await sleep(100)) {
    if (ended()) throw new Error('the server ended instead of starting')
    if ((await readyAt(port, base)) === 200) return
  }
  throw new Error('the server did not start in a minute')
}

function readyAt(port: number, base: string): Promise<number> {
  return new Promise((resolve) => {
    // Not fetch: it will not send the Host that the server is known by.
    const headers = { host: new URL(base).host }
    const asked = request({ host: '127.0.0.1', port, path: '/api/ready', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', () => resolve(0))
    asked.end()
  })
}

async function run(words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${words.join(' ')} ended with ${child.exitCode}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
