import type { CaseFile } from '#domain/case/case-file.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'

/** A card or a move that ended so long before this one was begun is an earlier matter. */
const STILL_THE_SAME_MS = 30 * DAY_MS

/**
 * Can the other case be a double of this one at all? One that ended without a document cannot: whoever files again
 * does right. A child is registered once, however long ago; a family comes again with the same matter.
 */
export function standsBeside(
  one: Pick<CaseFile, 'service' | 'createdAt'>,
  other: Pick<CaseFile, 'stage' | 'changedAt'>,
): boolean {
  if (['CANCELLED', 'REJECTED', 'EXPIRED'].includes(other.stage)) return false
  if (one.service === 'AKTA_KELAHIRAN' || other.stage !== 'CLOSED') return true
  return one.createdAt - other.changedAt < STILL_THE_SAME_MS
}
