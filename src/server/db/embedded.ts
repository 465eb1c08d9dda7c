import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeSecret } from '#server/seal/write-secret.ts'
import { answers } from './embedded/answers.ts'
import { findBinaries, type Binaries } from './embedded/binaries.ts'
import { clusterPlace } from './embedded/cluster-place.ts'
import { launchPostgres } from './embedded/launch-postgres.ts'
import { passwords, type Passwords } from './embedded/passwords.ts'
import { isPostgres, runningPostmaster } from './embedded/postmaster.ts'
import { runAs, type RunAs } from './embedded/run-as.ts'
import { prepareDatabase } from './embedded/prepare-database.ts'
import { asHouse } from './pool.ts'

const PATIENCE_MS = 30_000

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
  const url = (port: number, login: string, password: string, database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${port}/${database}`
  const asSuperuser = (port: number) => url(port, 'postgres', secrets.superuser, 'postgres')

  const left = await adoptable(cluster, asSuperuser, binaries, options.patienceMs ?? PATIENCE_MS)
  const port =
    left ?? (await launchPostgres(place, cluster, binaries, as, options.durable ?? true, asSuperuser))
  await prepareDatabase(asSuperuser(port), secrets, options.durable ?? true)
  return {
    ownerUrl: url(port, 'satu_owner', secrets.owner, 'satu'),
    appUrl: asHouse(url(port, 'satu_app', secrets.app, 'satu')),
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

async function makeCluster(
  place: string,
  cluster: string,
  binaries: Binaries,
  secrets: Passwords,
  as: RunAs | undefined,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(place)) {
    if (name.startsWith('new-')) rmSync(path.join(place, name), { recursive: true, force: true }) // cut off earlier
  }
  const half = path.join(place, `new-${randomBytes(6).toString('hex')}`)
  const passwordFile = `${half}.password`
  writeSecret(passwordFile, secrets.superuser)
  try {
    if (as) chownSync(passwordFile, as.uid, as.gid)
    await binaries.run('initdb', [
      `--pgdata=${half}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      // Own collation: an upgrade of the operating system cannot change the order of an index.
      ...(durable ? [] : ['--no-sync']),
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, cluster)
}

function refuseOtherMajor(cluster: string, binaries: Binaries): void {
  const made = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== binaries.version.split('.')[0]) {
    throw new Error(
      `The data were written by PostgreSQL ${made} and this release brings ${binaries.version}: see "Upgrade" in docs/operations.md.`,
    )
  }
}

/** The port of a PostgreSQL that still runs here and answers. One that stays silent is stopped. */
async function adoptable(
  cluster: string,
  urlOf: (port: number) => string,
  binaries: Binaries,
  patienceMs: number,
): Promise<number | undefined> {
  const left = runningPostmaster(cluster)
  if (!left) return undefined
  const until = Date.now() + patienceMs
  while (isPostgres(left.pid, cluster)) {
    if (await answers(urlOf(left.port))) return left.port
    if (Date.now() > until) await stop(cluster, binaries)
    await sleep(100)
  }
  return undefined
}

async function stop(cluster: string, binaries: Binaries): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const left = runningPostmaster(cluster)
    if (!left) return
    await binaries.run('pg_ctl', ['stop', '-D', cluster, '-m', mode, '-w', '-t', '20']).catch(() => '')
  }
}
