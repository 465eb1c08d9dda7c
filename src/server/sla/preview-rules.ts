import { setImmediate as breath } from 'node:timers/promises'
import type { Actor } from '#domain/access/actor.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
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
const EXAMPLES = 5

/** Within the areas of whoever asks, and of their services: what `maySee` says of cases that were sent in. */
const OWN = `(history->>'negeri' = any($1::text[]) or history->>'negeri' like any($2::text[]))
  and (cardinality($3::text[]) = 0 or history->>'service' = any($3::text[]))`

const CLOCKS = ['stage', 'promise', 'law'] as const

/** One case whose due moment would be another: where it is and when it falls due now and then. No number, no person. */
export type PreviewExample = {
  readonly service: ServiceId
  readonly negeri: RegionCode
  readonly stage: Stage
  readonly clock: (typeof CLOCKS)[number]
  readonly before: Instant | null
  readonly after: Instant | null
}
export type Preview = {
  readonly open: number
  readonly looked: number
  readonly moved: number
  /** Of those looked at: past the time of their stage or their promise, as things are and as they would be. */
  readonly lateNow: number
  readonly lateThen: number
  readonly examples: readonly PreviewExample[]
}

/**
 * How many due moments of open cases a change would move, without making it: of the negeri and the services that are
 * this person's, for neither a figure nor an example of another's is theirs.
 */
export async function previewRules(
  db: Queryable,
  { areas, services }: Pick<Actor, 'areas' | 'services'>,
  rules: TimeRules,
  settings: CaseSettings,
  now: Instant,
): Promise<Preview> {
  const clockwork = createClockwork(rules)
  const own = [areas, areas.map((area) => `${area}.%`), services]
  const { rows } = await db.query<{ history: ClockHistory; due: readonly (number | null)[] }>(
    `select history, array[${CLOCKS.map((clock) => `(extract(epoch from ${clock}_due_at) * 1000)::float8`).join(', ')}] as due
     from case_clock where open and ${OWN} limit $4`,
    [...own, MOST],
  )
  const { rows: all } = await db.query<{ n: number }>(
    `select count(*)::int as n from case_clock where open and ${OWN}`,
    own,
  )
  const sum = { moved: 0, lateNow: 0, lateThen: 0 }
  const examples: PreviewExample[] = []
  for (const [place, { history, due }] of rows.entries()) {
    if (place % AT_ONCE === 0) await breath()
    const { stageDueAt, promiseDueAt, lawDueAt } = countClock(history, clockwork, settings, 0)
    const then = [stageDueAt, promiseDueAt, lawDueAt]
    if (isLate(due, now)) sum.lateNow += 1
    if (isLate(then, now)) sum.lateThen += 1
    const first = then.findIndex((at, which) => at !== (due[which] ?? null))
    if (first < 0) continue
    sum.moved += 1
    if (examples.length < EXAMPLES && sum.moved % STRIDE === 1)
      examples.push(exampleOf(history, first, due[first] ?? null, then[first] ?? null))
  }
  return { open: all[0]?.n ?? 0, looked: rows.length, ...sum, examples }
}

/** Examples from near each other tell one thing five times. */
const STRIDE = 3

/** The law's limit is another matter: it is told by the ladder. */
function isLate(due: readonly (number | null)[], now: Instant): boolean {
  return due.slice(0, 2).some((at) => at !== null && at <= now)
}

function exampleOf(
  { service, negeri, visits }: ClockHistory,
  which: number,
  before: Instant | null,
  after: Instant | null,
): PreviewExample {
  const stage = visits.at(-1)?.stage ?? 'SUBMITTED'
  return { service, negeri, stage, clock: CLOCKS[which] ?? 'stage', before, after }
}
