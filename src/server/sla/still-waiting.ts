import type { Role } from '#domain/access/role.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { askFor } from '#server/jobs/boss.ts'
import { freshClockwork } from './clockwork-in-force.ts'
import { digestAt } from './digest-lines.ts'
import { isDaily } from './is-daily.ts'
import { askForRecount } from './recount-job.ts'

const LATE_MS = 10 * MINUTE_MS

/**
 * Asks again for what should have been done by now: cases that an instance wrote by rules that were just replaced,
 * rows that were counted and not shown anew, and lines that no digest took along. The tables say what is missing, whatever became of the job.
 */
export async function askAgain({ pool, clock }: Pick<WriterShell, 'pool' | 'clock'>): Promise<void> {
  const now = clock()
  const clockwork = await freshClockwork(pool)
  const { rules } = clockwork
  const { rowCount: behind } = await pool.query(
    `(select 1 from case_clock where open and rules_version < $1 limit 1)
     union all (select 1 from case_clock where open and shown_version < rules_version limit 1)`,
    [rules.version],
  )
  const { rows: waiting } = await pool.query<Waiting>(
    `select distinct person_id, p.role, p.areas, ${isDaily('l')} as daily from digest_line l join person p on p.id::text = l.person_id
     where digest_id is null and at < case when ${isDaily('l')} then $1::timestamptz - interval '1 day' else $1 end`,
    [new Date(now - LATE_MS)],
  )
  if (!behind && waiting.length === 0) return
  await inTransaction(pool, async (db) => {
    if (behind) await askForRecount(pool, db, rules.version)
    for (const { person_id: personId, daily, ...person } of waiting) {
      const pace = daily ? 'daily' : 'soon'
      const after = new Date(digestAt(person, pace, clockwork, now)) // never at night, however late it is
      await askFor(pool, db, 'digest', { key: `${personId}/${pace}`, data: { personId, pace }, after })
    }
  })
}

type Waiting = {
  readonly person_id: string
  readonly role: Role
  readonly areas: readonly string[]
  readonly daily: boolean
}
