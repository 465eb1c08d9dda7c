import type { Instant } from '#domain/shared/instant.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork } from './clockwork.ts'
import { piecesOf } from './pieces.ts'
import { promiseBudget } from './promise.ts'
import type { Standard } from './time-rules.ts'
import { workingBetween } from './working-time.ts'

/** How a case would have fared under any promise: the fewest working days whose promise it kept (or keeps so far). */
export type DaysNeeded = {
  readonly days: number
  /** Was it kept as it was promised? */
  readonly kept: boolean
  readonly standard: Standard
  readonly issued: boolean
}

const MOST_DAYS = 60

/**
 * Replays the first way of a case to its document: which promise, in working days, would have been kept? Pauses count
 * for nobody. Undefined when it never was submitted, or ended without a document.
 */
export function daysNeeded(
  history: ClockHistory,
  clockwork: Clockwork,
  now: Instant,
): DaysNeeded | undefined {
  const begunAt = history.visits[0]?.at
  const ended = history.visits.at(-1)?.stage
  const issued = history.visits.some((visit) => visit.stage === 'ISSUED')
  if (
    begunAt === undefined ||
    (!issued && (ended === 'REJECTED' || ended === 'CANCELLED' || ended === 'EXPIRED'))
  )
    return undefined
  const calendar = clockwork.calendarOf(regencyOf(history.negeri))
  const standard = clockwork.standardOf(clockwork.policyAt(begunAt).version, history)
  const used = piecesOf(history, clockwork, now)
    .filter((piece) => piece.round === 0 && piece.promise)
    .reduce((sum, piece) => sum + workingBetween(calendar, piece.from, piece.to), 0)
  let days = 0
  while (days < MOST_DAYS && promiseBudget(calendar, begunAt, { days }) < used) days += 1
  return { days, kept: used <= promiseBudget(calendar, begunAt, standard.promise), standard, issued }
}
