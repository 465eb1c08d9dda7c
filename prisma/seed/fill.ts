import { openShell } from '#main/open-shell.ts'
import { starterIsGone } from '#main/stop-in-order.ts'
import { say } from '#main/terminal.ts'
import { readConfig } from '#server/config.ts'
import { openLog } from '#server/log.ts'
import { readKeys } from '#server/seal/keys.ts'
import type { Shell } from '#server/shell.ts'
import { seedCalendar } from './calendar.ts'
import { seedCases } from './cases.ts'
import { seedPeople } from './people.ts'
import { seedRegions } from './regions.ts'
import { isDone, markDone, STEPS, type Step } from './seed-marks.ts'

/** Two instances that start on one empty database: one fills it, the other waits. */
const SEED_LOCK = 5_810_101

const WORK: Readonly<Record<Step, (shell: Shell) => Promise<void>>> = {
  regions: (shell) => seedRegions(shell.prisma),
  calendar: (shell) => seedCalendar(shell.pool, new Date(shell.clock())),
  people: (shell) => seedPeople(shell.prisma, shell.clock()),
  async cases(shell) {
    say('mengisi contoh permohonan / filling in sample cases')
    await seedCases(shell, say)
  },
}

/**
 * Fills a database that nobody has filled yet; started by the server (run-seed.ts) with the server's environment. Each
 * step is marked when it is done and harmless when done twice, so a kill -9 costs only time.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const databaseUrl = process.env['SATU_DATABASE_URL']
  if (databaseUrl === undefined) throw new Error('fill.ts is started by the server')
  const starter = String(process.ppid)
  setInterval(() => starterIsGone(starter) && process.exit(1), 500).unref()
  const { shell, close } = openShell({
    config,
    keys: readKeys(config.dataDir, config.keys),
    log: openLog('silent'),
    databaseUrl,
  })
  const lock = await shell.pool.connect()
  await lock.query('SET statement_timeout = 0')
  await lock.query('SELECT pg_advisory_lock($1)', [SEED_LOCK])
  const done = await isDone(shell.prisma)
  for (const step of STEPS[config.seed]) {
    if (done.has(step)) continue
    await WORK[step](shell)
    await markDone(shell.prisma, step, new Date(shell.clock()))
  }
  lock.release(true) // closing the connection gives the lock back
  await close()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  },
)
