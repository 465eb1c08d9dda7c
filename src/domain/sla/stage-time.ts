import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { leaseOf } from '#domain/case/lease.ts'
import { limitStage, STAGE } from '#domain/case/stage.ts'
import type { Calendar } from './calendar.ts'
import type { Clockwork, Gap } from './clockwork.ts'
import { NO_GAPS } from './clockwork.ts'
import { dueAfter, dueSince, usedSince } from './count-on.ts'
import { promiseBudget, promisedClosing } from './promise.ts'
import type { Promised } from './time-rules.ts'
import { openToClosing, openUntil } from './working-time.ts'

/** How a case stands against the standard of its stage, in the words of the list. `none`: no clock to show. */
export type StageState = 'lewat' | 'segera' | 'aman' | 'jeda' | 'tahan' | 'gangguan' | 'terbit' | 'none'

/** The part of a row that its times are counted from. */
export type TimedRow = Pick<
  QueueRow,
  'service' | 'kind' | 'birthLate' | 'negeri' | 'stage' | 'stageAt' | 'clock' | 'holder'
>

/** A clock laid out: compared with these instants, it need not be counted again. Infinity: it stands still, or has no end. */
export type CountedClock = {
  readonly calendar: Calendar
  readonly from: Instant
  /** Working milliseconds used before `from`, and allowed in all. */
  readonly used: number
  readonly limit: number
  readonly dueAt: Instant
  /** From here on nothing counts: the case is with whoever repairs it, on hold, or done. */
  readonly stands: boolean
}

/** The moments of a row that decide what its chip says. */
export type StageTime = {
  readonly kind: 'runs' | 'jeda' | 'tahan' | 'terbit' | 'none'
  readonly stage: CountedClock | undefined
  /** Half of the stage's time (E0, while nobody has taken it; Infinity where nothing waits), four fifths (E1). */
  readonly halfAt: Instant
  readonly soonAt: Instant
  readonly dueAt: Instant
  /** What the applicant was promised; undefined once the document is issued or the case ended. */
  readonly promise: CountedClock | undefined
  /** When outages stop both. */
  readonly gaps: readonly Gap[]
  /** When outages slow the work of this stage: the clocks go on, and the chip says why. */
  readonly marks: readonly Gap[]
  /** Waits to be taken: then half of the time is already a warning. */
  readonly waits: boolean
}

const NO_CLOCK: StageTime = {
  kind: 'none',
  stage: undefined,
  halfAt: Infinity,
  soonAt: Infinity,
  dueAt: Infinity,
  promise: undefined,
  gaps: NO_GAPS,
  marks: NO_GAPS,
  waits: false,
}
const HALF = 0.5
const MOST = 0.8

/** Lays out the clocks of a row. Done once, when the row or the rules are learned; looking at it is then comparing. */
export function stageTimeOf(row: TimedRow, clockwork: Clockwork): StageTime {
  const { clock, stage, negeri } = row
  const kind = kindOf(row)
  if (!clock || kind === 'none') return kind === 'none' ? NO_CLOCK : { ...NO_CLOCK, kind }
  const standard = clockwork.standardOf(clock.policy, row)
  const stands = STAGE[stage].promiseClock !== 'runs'
  const gaps = stands ? NO_GAPS : lateGaps(clockwork.gapsOf(stage, negeri), row.stageAt)
  const offices = clockwork.officesOf(negeri)
  const calendar = STAGE[stage].owner === 'NEGERI_OFFICER' ? offices.negeri : offices.dinas
  const limit = (standard.stages[limitStage(stage)] ?? 0) * MINUTE_MS
  const { stageFrom: from, stageUsed: used } = clock
  const counts = !stands && limit > 0
  const open = counts ? openUntil(calendar, from) : 0
  const dueAt = counts ? dueSince(calendar, from, open, limit - used, gaps) : Infinity
  const waits = stage === 'SUBMITTED' || stage === 'FORWARDED'
  return {
    kind,
    stage: counts ? { calendar, from, used, limit, dueAt, stands } : undefined,
    halfAt:
      waits && counts ? dueSince(calendar, from, open, Math.round(limit * HALF) - used, gaps) : Infinity,
    soonAt: counts ? dueSince(calendar, from, open, Math.round(limit * MOST) - used, gaps) : Infinity,
    dueAt,
    promise: promiseOf(row, offices.dinas, standard.promise, stands, gaps),
    gaps,
    marks: stands ? NO_GAPS : clockwork.marksOf(stage, negeri),
    waits,
  }
}

function kindOf({ stage, clock }: TimedRow): StageTime['kind'] {
  if (stage === 'ON_HOLD') return 'tahan'
  if (stage === 'ISSUED' || stage === 'DELIVERED' || stage === 'CLOSED') return 'terbit'
  if (STAGE[stage].promiseClock === 'paused') return 'jeda'
  return STAGE[stage].promiseClock === 'runs' && clock !== null ? 'runs' : 'none'
}

function promiseOf(
  row: TimedRow,
  calendar: Calendar,
  promise: Promised,
  stands: boolean,
  gaps: readonly Gap[],
): CountedClock | undefined {
  const { clock } = row
  if (!clock || clock.lawPaused === null) return undefined
  const closing = 'days' in promise ? promisedClosing(calendar, clock.roundAt, promise.days) : undefined
  const limit =
    closing === undefined
      ? promiseBudget(calendar, clock.roundAt, promise)
      : openToClosing(calendar, closing) - openUntil(calendar, clock.roundAt)
  const { promiseFrom: from, promiseUsed: used } = clock
  const untouched = used === 0 && gaps.length === 0 && from === clock.roundAt
  const dueAt = stands
    ? Infinity
    : untouched && closing !== undefined && limit > 0
      ? closing
      : dueAfter(calendar, from, limit - used, gaps)
  return { calendar, from, used, limit, dueAt, stands }
}

/** Gaps before the present stage are in what it has used already. */
function lateGaps(gaps: readonly Gap[], since: Instant): readonly Gap[] {
  const late = gaps.filter((gap) => gap.to > since)
  if (late.length === 0) return NO_GAPS
  return late.map((gap) => (gap.from < since ? { ...gap, from: since } : gap))
}

/** The outage that stops the clocks of this row at this moment. */
export function gapAt(time: StageTime, now: Instant): Gap | undefined {
  return time.gaps.find((gap) => gap.from <= now && now < gap.to)
}

/** The outage that makes the work on this row slower at this moment, while its clocks go on. */
export function markAt(time: StageTime, now: Instant): Gap | undefined {
  return time.kind === 'runs' ? time.marks.find((gap) => gap.from <= now && now < gap.to) : undefined
}

/** What the chip says at this moment. */
export function stageStateAt(time: StageTime, row: Pick<QueueRow, 'holder'>, now: Instant): StageState {
  if (time.kind !== 'runs') return time.kind
  if (now >= time.dueAt) return 'lewat'
  if (gapAt(time, now)) return 'gangguan'
  if (now >= time.soonAt || (time.waits && now >= time.halfAt && leaseOf(row, now) === null)) return 'segera'
  return 'aman'
}

/** When the chip says something else by itself, if nothing happens to the case: next after `now`. */
export function nextChangeAt(time: StageTime, row: Pick<QueueRow, 'holder'>, now: Instant): Instant {
  if (time.kind !== 'runs') return Infinity
  const moments = [time.dueAt, time.soonAt, time.promise?.dueAt ?? Infinity]
  if (time.waits) moments.push(time.halfAt, row.holder?.until ?? Infinity)
  for (const gap of time.gaps) moments.push(gap.from, gap.to)
  for (const mark of time.marks) moments.push(mark.from, mark.to)
  return moments.reduce((next, at) => (at > now && at < next ? at : next), Infinity)
}

/** Working milliseconds left of a clock; negative once it is late. */
export function leftOf(clock: CountedClock, gaps: readonly Gap[], now: Instant): number {
  const since = clock.stands ? 0 : usedSince(clock.calendar, clock.from, now, gaps)
  return clock.limit - clock.used - since
}

/** Working minutes left in this stage, rounded so that nothing late reads as time left; negative once it is late. */
export function minutesLeft(time: StageTime, now: Instant): number {
  return time.stage ? Math.ceil(leftOf(time.stage, time.gaps, now) / MINUTE_MS) : 0
}
