import type { PgBoss } from 'pg-boss'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { bossOf, stopBoss } from '#server/jobs/boss.ts'
import { faults, jobRuns } from '#server/metrics.ts'
import type { Shell } from '#server/shell.ts'
import { climb } from './climb.ts'
import { watchedBy } from './clock-alarm.ts'
import type { DatabaseClock } from './database-clock.ts'
import { watchDatabaseClock } from './database-clock.ts'
import type { DueDigest } from './digest-lines.ts'
import { fillClocks } from './fill-clocks.ts'
import { raiseAlarms } from './raise-alarms.ts'
import { recount } from './recount.ts'
import { sendDigest } from './send-digest.ts'
import { settingsInForce } from './settings-in-force.ts'
import { askAgain } from './still-waiting.ts'
import { takeSteps } from './take-steps.ts'

export type KeepClocks = { readonly clock: DatabaseClock; stop(): Promise<void> }
type ClocksShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'feed' | 'log' | 'config'>

const LOOK_MS = 5_000
const SWEEP_MS = MINUTE_MS

/**
 * Everything that the clocks do by themselves on one instance: looking each five seconds for what has fallen due, by
 * the database's clock, and the work that was asked for. While clocks do not agree nothing is escalated.
 */
export async function keepClocks(shell: ClocksShell): Promise<KeepClocks> {
  const clock = watchDatabaseClock(shell.pool, shell.clock)
  watchedBy(shell.pool, clock)
  const boss = await bossOf(shell.pool, { supervise: true })
  await work(boss, shell, clock)
  const look = everyRound(shell, 'clocks', LOOK_MS, async () => {
    const { now, alarm } = await clock.look()
    if (alarm) {
      shell.log.warn({ alarm }, 'clocks do not agree: nothing is escalated')
      return
    }
    await climb(shell, now)
    await takeSteps(shell, now)
  })
  const sweep = everyRound(shell, 'clock-sweep', SWEEP_MS, async () => {
    await fillClocks(shell)
    const { now, alarm } = await clock.look()
    await settingsInForce(shell.pool, now)
    await askAgain(shell)
    if (!alarm) await raiseAlarms(shell, now)
  })
  return {
    clock,
    async stop() {
      await Promise.all([look.stop(), sweep.stop()])
      await stopBoss(shell.pool)
    },
  }
}

async function work(boss: PgBoss, shell: ClocksShell, clock: DatabaseClock): Promise<void> {
  await boss.work('recount', { pollingIntervalSeconds: 1 }, () =>
    tried(shell, 'recount', () => recount(shell)),
  )
  await boss.work<DueDigest>('digest', { pollingIntervalSeconds: 2, batchSize: 20 }, (jobs) =>
    tried(shell, 'digest', async () => {
      const { now } = await clock.look()
      for (const { id, data } of jobs) await sendDigest(shell, id, data, now)
    }),
  )
}

async function tried(shell: ClocksShell, job: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
    jobRuns.inc({ job, outcome: 'done' })
  } catch (err) {
    jobRuns.inc({ job, outcome: 'failed' })
    faults.inc({ part: 'jobs' })
    const faultId = faultIdOf(err instanceof Error ? err : new Error('not an error'))
    shell.log.error({ faultId, job, err }, 'job failed, trying again when it is next due')
    throw err
  }
}

/** One round at a time; a round that fails is followed by the next. */
function everyRound(shell: ClocksShell, name: string, everyMs: number, run: () => Promise<void>) {
  let running: Promise<void> | undefined
  const begin = () => {
    running ??= tried(shell, name, run)
      .catch(() => undefined)
      .finally(() => (running = undefined))
  }
  const timer = setInterval(begin, everyMs).unref()
  begin()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
