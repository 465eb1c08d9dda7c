import type { Instant } from '#domain/shared/instant.ts'
import type { Calendar } from './calendar.ts'
import type { Piece } from './pieces.ts'
import { addWorking, workingBetween } from './working-time.ts'

/** The instant at which so much working time had been used in these pieces; undefined when it never was. */
export function reachedAt(
  pieces: readonly Piece[],
  counts: (piece: Piece) => boolean,
  calendar: Calendar,
  limit: number,
): Instant | undefined {
  let left = limit
  for (const piece of pieces) {
    if (!counts(piece)) continue
    const used = workingBetween(calendar, piece.from, piece.to)
    if (used >= left) return addWorking(calendar, piece.from, left)
    left -= used
  }
  return undefined
}
