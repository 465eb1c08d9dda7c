import type { Instant } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import { fromDayNumber } from '#domain/shared/calendar.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { Clockwork } from './clockwork.ts'
import type { TimedRow } from './stage-time.ts'
import { closingUpTo, dayOf, startOfDay } from './working-time.ts'

/** The law's limit of a case, in calendar days of WIT. Nothing but a return makes it longer. */
export type LawTime = {
  readonly limitDays: number
  /** Day 0 is the day of the submission, moved on by the midnights of returns. */
  readonly dayZero: number
  /** The last day; the limit is passed at the midnight after it. */
  readonly lastDay: LocalDate
  readonly passedAt: Instant
  /** Closing time of the last working day within the limit: when it must be done in practice. */
  readonly practicalAt: Instant
  /** While it lies with whoever repairs it no day counts: frozen at this day. */
  readonly frozenOn: number | undefined
}

/**
 * @law UU 23/2006 art. 69: limits in "hari", read strictly as calendar days. On hold they run on: the law knows no
 * such pause. Undefined before the submission and after the issue.
 */
export function lawTimeOf(row: TimedRow, clockwork: Clockwork): LawTime | undefined {
  const { clock } = row
  if (!clock || clock.lawPaused === null) return undefined
  const { lawDays } = clockwork.standardOf(clock.policy, row)
  const dayZero = dayOf(clock.roundAt) + clock.lawPaused
  const last = dayZero + lawDays
  const stands = STAGE[row.stage].lawClock !== 'runs'
  return {
    limitDays: lawDays,
    dayZero,
    lastDay: fromDayNumber(last),
    passedAt: stands ? Infinity : startOfDay(last + 1),
    practicalAt: stands ? Infinity : closingUpTo(clockwork.calendarOf(regencyOf(row.negeri)), last),
    frozenOn: stands ? dayOf(row.stageAt) : undefined,
  }
}

/** Which day of the limit it is; the day of the submission is day 0. */
export function lawDayAt(law: LawTime, now: Instant): number {
  return Math.max(0, (law.frozenOn ?? dayOf(now)) - law.dayZero)
}

/** When a share of the limit is used: at the midnight that begins that day. Infinity while it stands still. */
export function lawShareAt(law: LawTime, percent: number): Instant {
  return law.frozenOn === undefined
    ? startOfDay(law.dayZero + Math.ceil((law.limitDays * percent) / 100))
    : Infinity
}
