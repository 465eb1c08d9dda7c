import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { appendToChain } from '#server/audit/append.ts'
import type { Origin } from '#server/audit/chain.ts'
import { dayChain } from '#server/audit/record.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { askForRecount } from './recount-job.ts'
import { freshClockwork } from './clockwork-in-force.ts'

export type RulesShell = { readonly pool: pg.Pool; readonly clock: () => Instant }
export type RulesKind = 'hours' | 'day' | 'year' | 'policy' | 'outage' | 'setting'

/** Why a change of the rules was not made, as data. */
export type RulesRefusal = {
  readonly why:
    | 'office-outside'
    | 'office-unknown'
    | 'others-too'
    | 'day-known'
    | 'day-gone'
    | 'nothing-changes'
    | 'ends-before-it-begins'
    | 'in-the-future'
    | 'outage-moved-on'
    | 'outage-gone'
    | 'policy-in-the-past'
    | 'service-missing'
    | 'year-not-covered'
    | 'not-confirmed'
}
export type RulesAnswer =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly refusal: RulesRefusal }

export type RulesChange = {
  readonly kind: RulesKind
  /** `outage.declare`, `calendar.addDay` …, as the record names the act. */
  readonly action: string
  readonly subject: string
  readonly detail: { readonly [key: string]: unknown }
}

/**
 * The one way in which the rules of time change: under the lock of their number, which is raised; with a line of what
 * was changed, the entry of the record and the job that counts again, all in one transaction or not at all.
 */
export async function changeRules(
  shell: RulesShell,
  by: { readonly actor: Actor; readonly origin: Origin },
  apply: (db: pg.ClientBase, at: Instant) => Promise<RulesChange | RulesRefusal>,
): Promise<RulesAnswer> {
  const at = shell.clock()
  const answer = await inTransaction(shell.pool, async (db): Promise<RulesAnswer> => {
    const { rows } = await db.query<{ version: number }>(
      'select version from time_rules where id = 1 for update',
    )
    const change = await apply(db, at)
    if ('why' in change) return { ok: false, refusal: change }
    const version = (rows[0]?.version ?? 0) + 1
    await db.query('update time_rules set version = $1 where id = 1', [version])
    await db.query(
      `insert into time_change (version, at, by_id, by_name, kind, subject, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
      [version, new Date(at), by.actor.id, by.actor.name, change.kind, change.subject, change.detail],
    )
    await appendToChain(db, dayChain(at), [
      {
        at,
        personId: by.actor.id,
        role: by.actor.role,
        action: change.action,
        subject: change.subject,
        detail: { ...change.detail, version },
        ...by.origin,
      },
    ])
    await askForRecount(shell.pool, db, version)
    return { ok: true, version }
  })
  if (answer.ok) await freshClockwork(shell.pool)
  return answer
}

export const refused = (why: RulesRefusal['why']): RulesRefusal => ({ why })
