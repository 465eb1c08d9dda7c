import { mkdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { ConfigError, readConfig, type Config } from '#server/config.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { openLog } from '#server/log.ts'
import { startMetrics } from '#server/metrics.ts'
import { readKeys } from '#server/seal/keys.ts'
import { refuseForeignKeys } from '#server/seal/refuse-foreign-keys.ts'
import { runSeed } from '../../prisma/seed/run-seed.ts'
import { AlreadyRunning, holdAlone } from './only-one.ts'
import { openDatabase } from './open-database.ts'
import { openParts } from './open-parts.ts'
import { openShell } from './open-shell.ts'
import { starterIsGone, stopInOrder } from './stop-in-order.ts'
import { logDestination, say } from './terminal.ts'
import { welcome } from './welcome.ts'

/** Until the server can be stopped in order, a start that fails or is broken off stops what it has started. */
let afterFailure: () => Promise<void> = async () => {}
async function giveUp(code: number): Promise<never> {
  await afterFailure().catch(() => {}) // its own bad news would hide the first
  process.exit(code)
}
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const breakOff = () => void giveUp(130)
for (const signal of SIGNALS) process.on(signal, breakOff)

/** The whole server: database, rules, feed, HTTP and pages in one process on one port. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const startedBy = process.env['SATU_STARTED_BY']
  let stopping = false
  const leaving = () => stopping || starterIsGone(startedBy)
  const watch = setInterval(() => leaving() && breakOff(), 1_000).unref()
  mkdirSync(config.dataDir, { recursive: true })
  // A PostgreSQL of the house takes any number of instances; the embedded one belongs to one.
  const hold =
    config.databaseUrl === undefined
      ? await holdAlone(config.dataDir, () => ({ pid: process.pid, url: config.appUrl, leaving: leaving() }))
      : undefined
  const keys = readKeys(config.dataDir, config.keys)
  const log = openLog(config.logLevel, logDestination(config))
  const database = await openDatabase(config, say)
  afterFailure = database.stop
  const open = openShell({ config, keys, log, databaseUrl: database.url })
  afterFailure = async () => {
    await open.close().catch(() => {}) // the database is stopped all the same
    await database.stop()
  }
  startMetrics(open.shell.pool)
  tellPages(config, database.url, keys.session)
  await refuseForeignKeys(open.shell)
  const seeded = await runSeed(open.shell)
  if (process.argv.includes('--only-data')) {
    await open.close()
    process.exit(0) // PostgreSQL goes on: the start that asked for this adopts it in a moment
  }
  const { server, begin, closers } = await openParts(open, keys.audit)
  const inOrder = [...closers, open.close, database.stop, () => hold?.close()]
  // The socket of hot reload never ends by itself.
  const drainMs = config.dev ? 500 : 10_000
  const stop = stopInOrder(log, server, () => ((stopping = true), begin()), inOrder, drainMs)
  for (const signal of SIGNALS) process.off(signal, breakOff)
  clearInterval(watch)
  setInterval(() => !stopping && leaving() && void stop('whoever started it is gone'), 1_000).unref()

  process.on('unhandledRejection', (error) => {
    log.error(
      {
        faultId: faultIdOf(error instanceof Error ? error : new Error('rejected without an error')),
        err: error,
      },
      'fault that nobody waited for',
    )
  })
  process.on('uncaughtException', (error) => {
    log.fatal({ faultId: faultIdOf(error), err: error }, 'fault that nobody caught: stopping in order')
    void stop('uncaught exception', 1)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve)
  })
  log.info({ port: config.port, startMs: Math.round(performance.now()) }, 'started')
  process.stdout.write(`${welcome(open.shell, seeded)}\n`)
}

/** Next's bundle is a second module graph in this process and knows no more of us than the environment. */
function tellPages(config: Config, databaseUrl: string, sessionKey: string): void {
  Object.assign(process.env, {
    SATU_DATABASE_URL: databaseUrl,
    DATA_DIR: config.dataDir,
    NEXTAUTH_SECRET: sessionKey,
    NEXTAUTH_URL: config.appUrl,
    SATU_MODE: config.production ? 'production' : 'demo',
    SEED: config.seed,
  })
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof AlreadyRunning
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  const words = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `\n${inUse ? `PORT ${process.env['PORT'] ?? 3000} sudah dipakai, pilih yang lain. / is in use: choose another.` : words}\n`,
  )
  if (!expected && !inUse && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
  void giveUp(expected || inUse ? 78 : 1)
})
