import type { Instant } from '#domain/shared/instant.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { Clockwork } from './clockwork.ts'
import { officeOf } from './clockwork.ts'
import { lawShareAt, lawTimeOf } from './law-time.ts'
import type { StageTime, TimedRow } from './stage-time.ts'
import { stageTimeOf } from './stage-time.ts'
import { closingAfter, dayOf, nextOpening } from './working-time.ts'

/** The rungs E0 to E6 of the escalation ladder. A case keeps `rung + 1`; 0 is nothing written yet. */
export const RUNGS = [0, 1, 2, 3, 4, 5, 6] as const
export type Rung = (typeof RUNGS)[number]
/** When a rung is reached, if nothing happens to the case meanwhile. */
export type RungTime = { readonly rung: Rung; readonly at: Instant }

const PROMISE_GRACE_DAYS = 2
const HEAD_GRACE_DAYS = 3
const HEAD_PERCENT = 70
const REGENT_PERCENT = 90

/**
 * When each rung of the ladder is reached, by the rules of the house: half of the stage's time unclaimed, 80 %, 100 %,
 * the whole promise, two working days more or 70 % of the law's limit, 90 % or three working days after that, the
 * limit. Rungs of clocks that stand still are left out.
 */
export function rungTimesOf(
  row: TimedRow,
  clockwork: Clockwork,
  time: StageTime = stageTimeOf(row, clockwork),
): readonly RungTime[] {
  const dinas = clockwork.calendarOf(regencyOf(row.negeri))
  const law = lawTimeOf(row, clockwork)
  const promiseAt = time.promise?.dueAt ?? Infinity
  const percent = (share: number) => (law ? lawShareAt(law, share) : Infinity)
  const after = (at: Instant, days: number) =>
    at === Infinity ? Infinity : closingAfter(dinas, dayOf(at), days)
  const headAt = Math.min(after(promiseAt, PROMISE_GRACE_DAYS), percent(HEAD_PERCENT))
  const times: readonly RungTime[] = [
    { rung: 0, at: time.waits ? time.halfAt : Infinity },
    { rung: 1, at: time.soonAt },
    { rung: 2, at: time.dueAt },
    { rung: 3, at: promiseAt },
    { rung: 4, at: headAt },
    { rung: 5, at: Math.min(after(headAt, HEAD_GRACE_DAYS), percent(REGENT_PERCENT)) },
    { rung: 6, at: law?.passedAt ?? Infinity },
  ]
  return times.filter(({ at }) => at !== Infinity)
}

/** When a rung may be told: only in the working hours of the office that owns the stage. */
export function tellAt(row: TimedRow, clockwork: Clockwork, at: Instant): Instant {
  return nextOpening(clockwork.calendarOf(officeOf(row.stage, row.negeri)), at)
}
