import type { QueueRow } from './queue-row.ts'

/** Rows by the id of their case, as a screen knows them; finished ones included. */
export type Known = Map<QueueRow['id'], QueueRow>

/**
 * Takes news of one case into what is known: only at a higher version, or at the same one under a later number (its
 * clocks were counted anew), so that late and repeated news change nothing. Finished cases stay known, or old news could bring them back. Answers whether anything was learnt.
 */
export function learn(known: Known, row: QueueRow): boolean {
  const before = known.get(row.id)
  if (before !== undefined && !isNewer(row, before)) return false
  known.set(row.id, row)
  return true
}

function isNewer(row: QueueRow, before: QueueRow): boolean {
  return row.version > before.version || (row.version === before.version && row.seq > before.seq)
}
