import { setImmediate as breath } from 'node:timers/promises'
import type { Actor } from '#domain/access/actor.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import type { CaseSettings } from '#domain/case/facts.ts'
import type { Queryable } from '#server/case/rows.ts'
import { countClock } from './case-clock.ts'

/** More cases than this are not counted for a look ahead: then the answer is a share of these. */
const MOST = 20_000
/** Some milliseconds of counting; then others have their turn. */
const AT_ONCE = 100

/** A queue's id begins with its kabupaten; an area as wide as a province is the beginning of it. */
const OWN = '(left(queue_id, 5) = any($1::text[]) or left(queue_id, 2) = any($1::text[]))'

export type Preview = { readonly open: number; readonly looked: number; readonly moved: number }

/**
 * How many due moments of open cases a change would move, without making it: of the queues in which this person has
 * anything to say, for the figures of another kabupaten are not theirs.
 */
export async function previewRules(
  db: Queryable,
  { areas }: Pick<Actor, 'areas'>,
  rules: TimeRules,
  settings: CaseSettings,
): Promise<Preview> {
  const clockwork = createClockwork(rules)
  const own = areas.map(regencyOf)
  const { rows } = await db.query<{ history: ClockHistory; due: readonly (number | null)[] }>(
    `select history, array[${['stage_due_at', 'promise_due_at', 'law_due_at'].map((column) => `(extract(epoch from ${column}) * 1000)::float8`).join(', ')}] as due
     from case_clock where open and ${OWN} limit $2`,
    [own, MOST],
  )
  const { rows: all } = await db.query<{ n: number }>(
    `select count(*)::int as n from case_clock where open and ${OWN}`,
    [own],
  )
  let moved = 0
  for (const [place, { history, due }] of rows.entries()) {
    if (place % AT_ONCE === 0) await breath()
    const { stageDueAt, promiseDueAt, lawDueAt } = countClock(history, clockwork, settings, 0)
    if ([stageDueAt, promiseDueAt, lawDueAt].some((at, which) => at !== (due[which] ?? null))) moved += 1
  }
  return { open: all[0]?.n ?? 0, looked: rows.length, moved }
}
