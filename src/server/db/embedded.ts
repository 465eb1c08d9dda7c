import { setTimeout as sleep } from 'node:timers/promises'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { writeSecret } from '#server/seal/write-secret.ts'
import { cleanEnvironment, findBinaries, type Binaries } from './embedded/binaries.ts'
import { clusterPlace } from './embedded/cluster-place.ts'
import { passwords, type Passwords } from './embedded/passwords.ts'
import { isPostgres, runningPostmaster } from './embedded/postmaster.ts'
import { runAs, type RunAs } from './embedded/run-as.ts'
import { prepareDatabase } from './embedded/prepare-database.ts'

const PATIENCE_MS = 30_000
const RECOVERY_MS = 600_000

export type Embedded = {
  /** Log-in of the owner of the tables: migrations only. */
  readonly ownerUrl: string
  /** Log-in of the application: may not change the log. */
  readonly appUrl: string
  readonly superuserUrl: string
  /** The folder of the cluster. */
  readonly cluster: string
  readonly adopted: boolean
  stop(): Promise<void>
  /** Stops it and deletes DATA_DIR and all that belongs to it: for databases made to be thrown away. */
  discard(): Promise<void>
}
export type EmbeddedOptions = {
  readonly dataDir: string
  /** False only in tests: a power cut may then lose data. */
  readonly durable?: boolean
  readonly say?: (progress: string) => void
  /** How long one that runs may stay silent before it is stopped. */
  readonly patienceMs?: number
}

/**
 * PostgreSQL inside DATA_DIR: made on the first start, adopted when a kill -9 of ours left it running, restarted when
 * it does not answer. Loopback only, random passwords, checksummed pages. Any step can be cut off and done again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = path.resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const as = runAs()
  const binaries = findBinaries(as)
  const place = clusterPlace(dataDir, as)
  const cluster = path.join(place, 'cluster')
  const secrets = passwords(dataDir, existsSync(cluster))
  if (!existsSync(cluster)) {
    options.say?.('membuat basis data / creating the database')
    await makeCluster(place, cluster, binaries, secrets, as, options.durable ?? true)
  }
  refuseOtherMajor(cluster, binaries)
  const url = (port: number, login: string, password: string, database: string) => `postgres://${login}:${password}@127.0.0.1:${port}/${database}`
  const asSuperuser = (port: number) => url(port, 'postgres', secrets.superuser, 'postgres')

  const left = await adoptable(cluster, asSuperuser, binaries, options.patienceMs ?? PATIENCE_MS)
  const port = left ?? (await start(place, cluster, binaries, as, options.durable ?? true, asSuperuser))
  await prepareDatabase(asSuperuser(port), secrets, options.durable ?? true)
  return {
    ownerUrl: url(port, 'satu_owner', secrets.owner, 'satu'),
    appUrl: url(port, 'satu_app', secrets.app, 'satu'),
    superuserUrl: asSuperuser(port),
    cluster,
    adopted: left !== undefined,
    stop: () => stop(cluster, binaries),
    async discard() {
      await stop(cluster, binaries)
      for (const folder of [place, dataDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeCluster(place: string, cluster: string, binaries: Binaries, secrets: Passwords, as: RunAs | undefined, durable: boolean): Promise<void> {
  for (const name of readdirSync(place)) {
    if (name.startsWith('new-')) rmSync(path.join(place, name), { recursive: true, force: true }) // cut off earlier
  }
  const half = path.join(place, `new-${randomBytes(6).toString('hex')}`)
  const passwordFile = `${half}.password`
  writeSecret(passwordFile, secrets.superuser)
  try {
    if (as) chownSync(passwordFile, as.uid, as.gid)
    await binaries.run('initdb', [
      `--pgdata=${half}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums',
      // Own collation: an upgrade of the operating system cannot change the order of an index.
      ...(durable ? [] : ['--no-sync']), '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, cluster)
}

function refuseOtherMajor(cluster: string, binaries: Binaries): void {
  const made = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== binaries.version.split('.')[0]) {
    throw new Error(`The data were written by PostgreSQL ${made} and this release brings ${binaries.version}: see "Upgrade" in docs/operations.md.`)
  }
}

/** The port of a PostgreSQL that still runs here and answers. One that stays silent is stopped. */
async function adoptable(cluster: string, urlOf: (port: number) => string, binaries: Binaries, patienceMs: number): Promise<number | undefined> {
  const left = runningPostmaster(cluster)
  if (!left) return undefined
  const until = Date.now() + patienceMs
  while (isPostgres(left.pid, cluster)) {
    if ((await answer(urlOf(left.port))) === 'ready') return left.port
    if (Date.now() > until) await stop(cluster, binaries)
    await sleep(100)
  }
  return undefined
}

async function start(
  place: string, cluster: string, binaries: Binaries, as: RunAs | undefined, durable: boolean, urlOf: (port: number) => string,
): Promise<number> {
  const until = Date.now() + PATIENCE_MS
  const log = path.join(place, 'postgres.log')
  for (;;) {
    // The number in a left-over file may belong to a stranger by now; PostgreSQL would refuse to start because of it.
    if (!runningPostmaster(cluster)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
    const port = await freePort()
    if (await launched(log, cluster, port, binaries, as, durable, urlOf(port))) return port
    // A moment ago its shared memory was still in use by the dying processes of the last one, or the port was taken.
    if (Date.now() > until) throw new Error(`PostgreSQL does not start: ${lastWords(log)} (the rest is in ${log})`)
    await sleep(500)
  }
}

async function launched(
  log: string, cluster: string, port: number, binaries: Binaries, as: RunAs | undefined, durable: boolean, url: string,
): Promise<boolean> {
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`)
  const handle = openSync(log, 'a', 0o600)
  const switched = durable ? 'on' : 'off'
  const settings = [
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC',
    `fsync=${switched}`, `synchronous_commit=${switched}`, `full_page_writes=${switched}`,
    'max_connections=60', 'shared_buffers=64MB', 'max_wal_size=512MB', 'password_encryption=scram-sha-256',
    // A statement or a detail line may carry a person's data: neither goes into the log.
    'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_parameter_max_length=0', 'log_parameter_max_length_on_error=0',
  ]
  try {
    const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
      // A group of its own: Ctrl-C must reach us, who stop it in order, and not PostgreSQL first.
      ...as, cwd: '/', detached: true, stdio: ['ignore', handle, handle], env: cleanEnvironment(),
    })
    let gone = false
    child.once('exit', () => (gone = true)).once('error', () => (gone = true))
    child.unref()
    const until = Date.now() + RECOVERY_MS
    while (!gone && Date.now() < until) {
      if ((await answer(url)) === 'ready') return true
      await sleep(30)
    }
    return false
  } finally {
    closeSync(handle)
  }
}

async function answer(url: string): Promise<'ready' | 'not yet'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return 'ready'
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new Error('The database does not accept its password: DATA_DIR/secrets belongs to another database.')
    }
    return 'not yet'
  } finally {
    await client.end().catch(() => {})
  }
}

async function stop(cluster: string, binaries: Binaries): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const left = runningPostmaster(cluster)
    if (!left) return
    await binaries.run('pg_ctl', ['stop', '-D', cluster, '-m', mode, '-w', '-t', '20']).catch(() => '')
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

function lastWords(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' | ')
}
