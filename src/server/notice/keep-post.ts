import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { bossOf } from '#server/jobs/boss.ts'
import { faults, jobRuns } from '#server/metrics.ts'
import type { DeliverShell } from './message.ts'
import { deliver } from './deliver.ts'
import type { DeliveryJob } from './write-deliveries.ts'
import { askToDeliver } from './write-deliveries.ts'

const AT_ONCE = 10

/** Carries mail and push out on this instance, until pg-boss is stopped. */
export async function keepPost(shell: DeliverShell): Promise<void> {
  const boss = await bossOf(shell.pool)
  await boss.work<DeliveryJob>(
    'delivery',
    { pollingIntervalSeconds: 2, batchSize: AT_ONCE },
    async (jobs) => {
      await Promise.all(jobs.map(({ data }) => tried(shell, data)))
    },
  )
}

/** A provider that is down is asked again by the clock, ever more rarely: one job waits for each person and way. */
export async function tried(shell: DeliverShell, job: DeliveryJob): Promise<void> {
  try {
    const outcome = await deliver(shell, job)
    jobRuns.inc({ job: 'delivery', outcome })
    if (outcome === 'busy') await again(shell, job)
  } catch (err) {
    jobRuns.inc({ job: 'delivery', outcome: 'failed' })
    faults.inc({ part: 'jobs' })
    const faultId = faultIdOf(err instanceof Error ? err : new Error('not an error'))
    shell.log.error({ faultId, job: 'delivery', err }, 'not delivered, trying again')
    await again(shell, job)
  }
}

async function again({ pool, clock }: DeliverShell, job: DeliveryJob): Promise<void> {
  const { rows } = await pool.query<{ due: Date | null }>(
    'select min(due_at) as due from delivery where person_id = $1 and channel = $2 and done_at is null',
    [job.personId, job.channel],
  )
  const due = rows[0]?.due
  if (!due) return
  await inTransaction(pool, (db) => askToDeliver(pool, db, job, againAt(due.getTime(), clock())))
}

/**
 * At first each minute, then each five, after an hour each ten. On full tens of minutes, so that whoever asks for the
 * same thing asks once.
 */
export function againAt(due: Instant, now: Instant): Instant {
  const age = now - due
  const step = age < 10 * MINUTE_MS ? MINUTE_MS : age < 60 * MINUTE_MS ? 5 * MINUTE_MS : 10 * MINUTE_MS
  return Math.floor(now / step) * step + step
}

/** Asks again for what should have gone out by now: the rows say what is missing, whatever became of a job. */
export async function sweepPost({ pool, clock }: Pick<DeliverShell, 'pool' | 'clock'>): Promise<void> {
  const now = clock()
  const { rows } = await pool.query<DeliveryJob>(
    `select distinct person_id as "personId", channel from delivery where done_at is null and due_at < $1 limit 1000`,
    [new Date(now - 20 * MINUTE_MS)],
  )
  if (rows.length === 0) return
  await inTransaction(pool, async (db) => {
    for (const job of rows) await askToDeliver(pool, db, job, againAt(now - 60 * MINUTE_MS, now))
  })
}
