import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork, Gap } from './clockwork.ts'
import type { LawTime } from './law-time.ts'
import { lawDayAt, lawTimeOf } from './law-time.ts'
import { piecesOf } from './pieces.ts'
import { rowClockOf } from './row-clock.ts'
import type { CountedClock, StageState, StageTime } from './stage-time.ts'
import { gapAt, leftOf, stageStateAt, stageTimeOf } from './stage-time.ts'
import type { Standard } from './time-rules.ts'
import { workingBetween } from './working-time.ts'

/** A clock at this moment: what was allowed, what is left (negative: late), when it runs out. */
export type Reading = {
  readonly limitMinutes: number
  readonly leftMinutes: number
  /** Undefined while it stands still for an unknown time. */
  readonly dueAt: Instant | undefined
  readonly runs: boolean
}

/** All clocks of one case at one moment. */
export type Clocks = {
  readonly policy: number
  readonly standard: Standard
  readonly state: StageState
  readonly gap: Gap | undefined
  readonly stage: Reading | undefined
  readonly promise: Reading | undefined
  readonly law: (LawTime & { readonly day: number; readonly runs: boolean }) | undefined
  /** From the applicant's house to the server: what the sea took, in milliseconds of the clock on the wall. */
  readonly underWay: number
  /** Working minutes that the applicant has waited since the capture, and the office had since the arrival. */
  readonly citizenMinutes: number
  readonly officeMinutes: number
  /** The promise ends on a day whose calendar nobody has confirmed yet. */
  readonly estimate: boolean
}

/** A device whose clock is further off is not believed. */
const LONGEST_WAY_MS = 30 * DAY_MS

/**
 * Every clock of a case at a moment. The office's clock begins with the arrival at the server, the citizen's with the
 * capture; the difference is the time under way and is held against nobody. Undefined before the submission.
 */
export function clocksOf(
  history: ClockHistory,
  clockwork: Clockwork,
  now: Instant,
  holder: QueueRow['holder'] = null,
): Clocks | undefined {
  const clock = rowClockOf(history, clockwork)
  const last = history.visits.at(-1)
  const arrivedAt = history.visits[0]?.at
  if (!clock || !last || arrivedAt === undefined) return undefined
  const row = { ...history, stage: last.stage, stageAt: last.at, clock, holder }
  const time = stageTimeOf(row, clockwork)
  const law = lawTimeOf(row, clockwork)
  const dinas = clockwork.calendarOf(regencyOf(history.negeri))
  const underWay = wayOf(history.capturedAt, arrivedAt)
  const officeMinutes = Math.floor(
    (time.promise ? time.promise.limit - leftOf(time.promise, time.gaps, now) : clock.promiseUsed) / MINUTE_MS,
  )
  const due = time.promise?.dueAt
  return {
    policy: clock.policy,
    standard: clockwork.standardOf(clock.policy, history),
    state: stageStateAt(time, row, now),
    gap: gapAt(time, now),
    stage: time.stage ? readingOf(time.stage, time, now) : standingStage(history, clockwork, clock.stageUsed, now),
    promise: time.promise && readingOf(time.promise, time, now),
    law: law && { ...law, day: lawDayAt(law, now), runs: law.frozenOn === undefined },
    underWay,
    citizenMinutes:
      officeMinutes + Math.floor(workingBetween(dinas, arrivedAt - underWay, arrivedAt) / MINUTE_MS),
    officeMinutes,
    estimate:
      due !== undefined &&
      due !== Infinity &&
      !clockwork.rules.confirmedYears.includes(Number(localDateInWit(due).slice(0, 4))),
  }
}

function wayOf(capturedAt: Instant | undefined, arrivedAt: Instant): number {
  const way = capturedAt === undefined ? 0 : arrivedAt - capturedAt
  return way > 0 && way <= LONGEST_WAY_MS ? way : 0
}

function readingOf(clock: CountedClock, { gaps }: StageTime, now: Instant): Reading {
  return {
    limitMinutes: Math.round(clock.limit / MINUTE_MS),
    leftMinutes: Math.ceil(leftOf(clock, gaps, now) / MINUTE_MS),
    dueAt: clock.dueAt === Infinity ? undefined : clock.dueAt,
    runs: !clock.stands && !gaps.some((gap) => gap.from <= now && now < gap.to),
  }
}

/** What is left of the stage to which a returned or held case goes back. */
function standingStage(
  history: ClockHistory,
  clockwork: Clockwork,
  used: number,
  now: Instant,
): Reading | undefined {
  const piece = piecesOf(history, clockwork, now).at(-1)
  if (!piece || (piece.ground !== 'returned' && piece.ground !== 'held')) return undefined
  const standard = clockwork.standardOf(clockwork.policyAt(history.visits[0]?.at ?? now).version, history)
  const limit = standard.stages[piece.limitOf] ?? 0
  if (limit === 0) return undefined
  return {
    limitMinutes: limit,
    leftMinutes: Math.ceil((limit * MINUTE_MS - used) / MINUTE_MS),
    dueAt: undefined,
    runs: false,
  }
}

