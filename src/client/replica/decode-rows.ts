import type { QueueRow } from '#domain/case/queue-row.ts'
import { decodeRow } from '#domain/case/row-codec.ts'

/** Rows from the wire or from the disk. One that is no row means that nothing of it can be trusted: it throws. */
export function decodeRows(tuples: readonly unknown[]): readonly QueueRow[] {
  return tuples.map((tuple) => {
    const row = decodeRow(tuple)
    if (!row) throw new TypeError('not a queue row')
    return row
  })
}
