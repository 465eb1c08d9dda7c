import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Role } from '#domain/access/role.ts'
import { openSession } from '#server/auth/open-session.ts'
import type { Rig } from '../rig.ts'
import { openRig } from '../rig.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const START_MS = 60_000

/** The whole server, as it is started, on a database that a benchmark has filled. */
export type Site = {
  readonly base: string
  readonly rig: Rig
  /** A cookie of a new person in this role, signed in with both factors. */
  cookieFor(role: Role, area: string): Promise<{ readonly name: string; readonly value: string }>
  close(): Promise<void>
}

/** The pages are built first when they are stale; a build is not what is measured. */
export async function openSite(fill: (rig: Rig) => Promise<void>): Promise<Site> {
  await run([path.join(ROOT, 'src/main/launch.mjs'), 'build'])
  const rig = await openRig(16)
  await fill(rig)
  const port = await freePort()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-site-'))
  const base = `http://localhost:${port}`
  const server = spawn(process.execPath, [path.join(ROOT, 'src/main/server.ts')], {
    cwd: ROOT,
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
    },
  })
  await untilReady(base, () => server.exitCode !== null)
  return {
    base,
    rig,
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
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'close')
      await rig.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function untilReady(base: string, ended: () => boolean): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < START_MS; await sleep(100)) {
    if (ended()) throw new Error('the server ended instead of starting')
    const answer = await fetch(`${base}/api/ready`).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error('the server did not start in a minute')
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
