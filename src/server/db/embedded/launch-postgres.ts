import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { answers } from './answers.ts'
import type { Binaries } from './binaries.ts'
import { cleanEnvironment } from './binaries.ts'
import { runningPostmaster } from './postmaster.ts'
import type { RunAs } from './run-as.ts'

const PATIENCE_MS = 30_000
const RECOVERY_MS = 600_000

/** Starts PostgreSQL on a free port and answers when it does. A start that fails is tried again for 30 s. */
export async function launchPostgres(
  place: string,
  cluster: string,
  binaries: Binaries,
  as: RunAs | undefined,
  durable: boolean,
  urlOf: (port: number) => string,
): Promise<number> {
  const until = Date.now() + PATIENCE_MS
  const log = path.join(place, 'postgres.log')
  for (;;) {
    // The number in a left-over file may belong to a stranger by now; PostgreSQL would refuse to start because of it.
    if (!runningPostmaster(cluster)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
    const port = await freePort()
    if (await launched(log, cluster, port, binaries, as, durable, urlOf(port))) return port
    // A moment ago its shared memory was still in use by the dying processes of the last one, or the port was taken.
    if (Date.now() > until)
      throw new Error(`PostgreSQL does not start: ${lastWords(log)} (the rest is in ${log})`)
    await sleep(500)
  }
}

async function launched(
  log: string,
  cluster: string,
  port: number,
  binaries: Binaries,
  as: RunAs | undefined,
  durable: boolean,
  url: string,
): Promise<boolean> {
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`)
  const handle = openSync(log, 'a', 0o600)
  const switched = durable ? 'on' : 'off'
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    `fsync=${switched}`,
    `synchronous_commit=${switched}`,
    `full_page_writes=${switched}`,
    'max_connections=120',
    'shared_buffers=64MB',
    'max_wal_size=512MB',
    'password_encryption=scram-sha-256',
    // A statement or a detail line may carry a person's data: neither goes into the log.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
  ]
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', cluster, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
      {
        // A group of its own: Ctrl-C must reach us, who stop it in order, and not PostgreSQL first.
        ...as,
        cwd: '/',
        detached: true,
        stdio: ['ignore', handle, handle],
        env: cleanEnvironment(),
      },
    )
    let gone = false
    child.once('exit', () => (gone = true)).once('error', () => (gone = true))
    child.unref()
    const until = Date.now() + RECOVERY_MS
    while (!gone && Date.now() < until) {
      if (await answers(url)) return true
      await sleep(30)
    }
    return false
  } finally {
    closeSync(handle)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}

function lastWords(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' | ')
}
