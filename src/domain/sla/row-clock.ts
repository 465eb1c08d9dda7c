import type { RowClock } from '#domain/case/queue-row.ts'
import type { Calendar } from './calendar.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork } from './clockwork.ts'
import { officeOf } from './clockwork.ts'
import type { Piece } from './pieces.ts'
import { piecesOf } from './pieces.ts'
import { dayOf, workingBetween } from './working-time.ts'

/**
 * What a row carries of its clocks, true from its last step on and whatever the hour. Without a pause before that step
 * it names where the clock began and nothing used, so that a change of the calendar leaves it as it is. Null before
 * the submission.
 */
export function rowClockOf(history: ClockHistory, clockwork: Clockwork): RowClock | null {
  const { visits, negeri } = history
  const [first] = visits
  const last = visits.at(-1)
  if (!first || !last) return null
  const before = piecesOf(history, clockwork, last.at).filter((piece) => piece.from < last.at)
  const now = piecesOf(history, clockwork, last.at + 1).at(-1)
  if (!now) return null
  const round = before.filter((piece) => piece.round === now.round)
  const leg = round.filter((piece) => piece.leg === now.leg)
  const stands = now.ground === 'returned' || now.ground === 'held'
  const roundAt = round[0]?.from ?? last.at
  const stage = usedOf(
    leg,
    stands,
    last.at,
    clockwork.calendarOf(officeOf(now.limitOf, negeri)),
    (piece) => piece.ground === 'counts',
  )
  const promise = usedOf(
    round,
    stands || ended(now),
    last.at,
    clockwork.calendarOf(officeOf('FORWARDED', negeri)),
    (piece) => piece.promise,
  )
  return {
    policy: clockwork.policyAt(first.at).version,
    roundAt,
    stageFrom: stage.from,
    stageUsed: stage.used,
    promiseFrom: promise.from,
    promiseUsed: promise.used,
    lawPaused: ended(now) ? null : pausedDays(round),
  }
}

/** The law's clock stops for a return only; where it stops otherwise, the document is issued or the case has ended. */
function ended({ ground, law }: Piece): boolean {
  return ground !== 'returned' && !law
}

function usedOf(
  pieces: readonly Piece[],
  stands: boolean,
  at: number,
  calendar: Calendar,
  counts: (piece: Piece) => boolean,
): { readonly from: number; readonly used: number } {
  if (!stands && pieces.every(counts)) return { from: pieces[0]?.from ?? at, used: 0 }
  const used = pieces
    .filter(counts)
    .reduce((sum, piece) => sum + workingBetween(calendar, piece.from, piece.to), 0)
  return { from: at, used }
}

/** Midnights that passed while the case lay with whoever repairs it. */
export function pausedDays(pieces: readonly Piece[]): number {
  return pieces
    .filter((piece) => piece.ground === 'returned')
    .reduce((sum, piece) => sum + dayOf(piece.to) - dayOf(piece.from), 0)
}
