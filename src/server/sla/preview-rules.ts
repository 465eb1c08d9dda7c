import { setImmediate as breath } from 'node:timers/promises'
import { createClockwork } from '#domain/sla/clockwork.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import type { CaseSettings } from '#domain/case/facts.ts'
import type { Queryable } from '#server/case/rows.ts'
import { countClock } from './case-clock.ts'

/** More cases than this are not counted for a look ahead: then the answer is a share of these. */
const MOST = 20_000
/** Some milliseconds of counting; then others have their turn. */
const AT_ONCE = 100

export type Preview = { readonly open: number; readonly looked: number; readonly moved: number }

/** How many due moments of open cases a change would move, without making it. */
export async function previewRules(
  db: Queryable,
  rules: TimeRules,
  settings: CaseSettings,
): Promise<Preview> {
  const clockwork = createClockwork(rules)
  const { rows } = await db.query<{ history: ClockHistory; due: readonly (number | null)[] }>(
    `select history, array[${['stage_due_at', 'promise_due_at', 'law_due_at'].map((column) => `(extract(epoch from ${column}) * 1000)::float8`).join(', ')}] as due
     from case_clock where open limit $1`,
    [MOST],
  )
  const { rows: all } = await db.query<{ n: number }>('select count(*)::int as n from case_clock where open')
  let moved = 0
  for (const [place, { history, due }] of rows.entries()) {
    if (place % AT_ONCE === 0) await breath()
    const { stageDueAt, promiseDueAt, lawDueAt } = countClock(history, clockwork, settings, 0)
    if ([stageDueAt, promiseDueAt, lawDueAt].some((at, which) => at !== (due[which] ?? null))) moved += 1
  }
  return { open: all[0]?.n ?? 0, looked: rows.length, moved }
}
