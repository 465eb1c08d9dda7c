import type { Instant } from '#domain/shared/instant.ts'
import type { Visit } from '#domain/case/case-file.ts'
import type { Stage } from '#domain/case/stage.ts'
import { limitStage, STAGE } from '#domain/case/stage.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork } from './clockwork.ts'
import type { Outage } from './time-rules.ts'

/** Why a piece of a case's life counts for the standard or not. */
export type Ground = 'counts' | 'returned' | 'held' | 'outage' | 'stopped'

/** A piece of a case's life in which all its clocks do the same. */
export type Piece = {
  readonly from: Instant
  readonly to: Instant
  readonly stage: Stage
  /** The stage whose limit it uses up; pieces with one `leg` use up the same allowance. */
  readonly limitOf: Stage
  readonly leg: number
  /** The first way to the document is 0; each correction of an issued one is another. */
  readonly round: number
  readonly ground: Ground
  readonly outage?: Outage
  /** Does the promise, does the law's limit count here? */
  readonly promise: boolean
  readonly law: boolean
}

/**
 * A case's life up to `now`, cut where a clock starts, stops or stands still. A return or a hold does not end a stage's
 * allowance: what is left before is left after. Another stage, or the same one entered anew, begins a new one. A
 * return pauses standard and law, a hold and an outage pause the standard only.
 */
export function piecesOf(history: ClockHistory, clockwork: Clockwork, now: Instant): readonly Piece[] {
  const pieces: Piece[] = []
  let limitOf: Stage | undefined
  let leg = -1
  let round = 0
  let issued = false
  history.visits.forEach((visit, place) => {
    const { promiseClock, lawClock } = STAGE[visit.stage]
    const stands = promiseClock === 'paused'
    if (limitOf === undefined || (!stands && limitStage(visit.stage) !== limitOf)) {
      leg += 1
      limitOf = limitStage(visit.stage)
      if (limitOf === 'CORRECTION') {
        round += 1
        issued = false
      }
    }
    issued ||= visit.stage === 'ISSUED'
    const piece: Omit<Piece, 'from' | 'to' | 'ground'> = {
      stage: visit.stage,
      limitOf,
      leg,
      round,
      promise: promiseClock === 'runs' && !issued,
      law: lawClock === 'runs' && !issued,
    }
    const to = Math.max(visit.at, history.visits[place + 1]?.at ?? now)
    if (promiseClock === 'runs') pieces.push(...cutByOutages(visit, to, piece, history, clockwork))
    else pieces.push({ ...piece, from: visit.at, to, ground: groundOf(visit.stage, stands) })
  })
  return pieces
}

function groundOf(stage: Stage, stands: boolean): Ground {
  if (stage === 'ON_HOLD') return 'held'
  return stands ? 'returned' : 'stopped'
}

function cutByOutages(
  { stage, at }: Visit,
  to: Instant,
  piece: Omit<Piece, 'from' | 'to' | 'ground'>,
  { negeri }: ClockHistory,
  clockwork: Clockwork,
): readonly Piece[] {
  const pieces: Piece[] = []
  let from = at
  for (const gap of clockwork.gapsOf(stage, negeri)) {
    const start = Math.max(gap.from, from)
    const end = Math.min(gap.to, to)
    if (end <= start) continue
    if (start > from) pieces.push({ ...piece, from, to: start, ground: 'counts' })
    pieces.push({ ...piece, from: start, to: end, ground: 'outage', outage: gap.outage, promise: false })
    from = end
  }
  return from < to || pieces.length === 0 ? [...pieces, { ...piece, from, to, ground: 'counts' }] : pieces
}
