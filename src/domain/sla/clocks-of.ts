import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Calendar } from './calendar.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork, Gap } from './clockwork.ts'
import { officeOf } from './clockwork.ts'
import type { LawTime } from './law-time.ts'
import { lawDayAt, lawTimeOf } from './law-time.ts'
import type { Piece } from './pieces.ts'
import { piecesOf } from './pieces.ts'
import { reachedAt } from './reached-at.ts'
import { rowClockOf } from './row-clock.ts'
import type { StageState } from './stage-time.ts'
import { gapAt, leftOf, markAt, stageStateAt, stageTimeOf } from './stage-time.ts'
import type { Standard } from './time-rules.ts'
import { workingBetween } from './working-time.ts'

/** A clock at this moment: what was allowed, what is left (negative: late), when it runs out or did. */
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
  /** An outage that stops nothing here, and slows it. */
  readonly mark: Gap | undefined
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
  const standard = clockwork.standardOf(clock.policy, history)
  const dinas = clockwork.calendarOf(regencyOf(history.negeri))
  const all = piecesOf(history, clockwork, now)
  const round = all.filter((piece) => piece.round === all.at(-1)?.round)
  const read = { clockwork, history, now, gap: gapAt(time, now) }
  const promise =
    time.promise &&
    readingOf(read, round, (piece) => piece.promise, dinas, {
      limit: time.promise.limit,
      left: leftOf(time.promise, time.gaps, now),
      dueAt: time.promise.dueAt,
    })
  const underWay = wayOf(history.capturedAt, arrivedAt)
  const officeMinutes = promise
    ? promise.limitMinutes - promise.leftMinutes
    : Math.floor(clock.promiseUsed / MINUTE_MS)
  return {
    policy: clock.policy,
    standard,
    state: stageStateAt(time, row, now),
    gap: read.gap,
    mark: markAt(time, now),
    stage: stageReading(read, round, standard, time.dueAt),
    promise,
    law: law && { ...law, day: lawDayAt(law, now), runs: law.frozenOn === undefined },
    underWay,
    citizenMinutes:
      officeMinutes + Math.floor(workingBetween(dinas, arrivedAt - underWay, arrivedAt) / MINUTE_MS),
    officeMinutes,
    estimate: isEstimate(promise?.dueAt, clockwork),
  }
}

function wayOf(capturedAt: Instant | undefined, arrivedAt: Instant): number {
  const way = capturedAt === undefined ? 0 : arrivedAt - capturedAt
  return way > 0 && way <= LONGEST_WAY_MS ? way : 0
}

function isEstimate(dueAt: Instant | undefined, { rules }: Clockwork): boolean {
  return dueAt !== undefined && !rules.confirmedYears.includes(Number(localDateInWit(dueAt).slice(0, 4)))
}

type Read = {
  readonly clockwork: Clockwork
  readonly history: ClockHistory
  readonly now: Instant
  readonly gap: Gap | undefined
}

/** The stage's clock, of the stage it goes back to when it is returned or on hold. */
function stageReading(
  read: Read,
  round: readonly Piece[],
  standard: Standard,
  dueAt: Instant,
): Reading | undefined {
  const last = round.at(-1)
  const limit = (last && standard.stages[last.limitOf]) ?? 0
  if (!last || limit === 0 || last.ground === 'stopped') return undefined
  const leg = round.filter((piece) => piece.leg === last.leg)
  const calendar = read.clockwork.calendarOf(officeOf(last.limitOf, read.history.negeri))
  const counts = (piece: Piece) => piece.ground === 'counts'
  const used = leg
    .filter(counts)
    .reduce((sum, piece) => sum + workingBetween(calendar, piece.from, piece.to), 0)
  return readingOf(read, leg, counts, calendar, {
    limit: limit * MINUTE_MS,
    left: limit * MINUTE_MS - used,
    dueAt,
  })
}

function readingOf(
  { gap }: Read,
  pieces: readonly Piece[],
  counts: (piece: Piece) => boolean,
  calendar: Calendar,
  { limit, left, dueAt }: { readonly limit: number; readonly left: number; readonly dueAt: Instant },
): Reading {
  const ahead = dueAt === Infinity ? undefined : dueAt
  const ground = pieces.at(-1)?.ground
  return {
    limitMinutes: Math.round(limit / MINUTE_MS),
    leftMinutes: Math.ceil(left / MINUTE_MS),
    dueAt: left <= 0 ? (reachedAt(pieces, counts, calendar, limit) ?? ahead) : ahead,
    runs: ground !== 'returned' && ground !== 'held' && gap === undefined,
  }
}
