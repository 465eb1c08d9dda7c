import type { RowTuple } from '#domain/case/row-codec.ts'
import type { RowColumn } from '#domain/case/row-columns.ts'
import { fromColumns } from '#domain/case/row-columns.ts'

type Packed = readonly [
  queue: string,
  room: string,
  after: number,
  seq: number,
  columns: readonly RowColumn[],
]
type Plain = readonly [queue: string, room: string, after: number, seq: number, rows: readonly RowTuple[]]

/** Can this browser read packed frames? An old one is sent plain ones. */
export const CAN_UNPACK = typeof DecompressionStream === 'function'

/** The frame that was packed: raw deflate around JSON, rows column by column. */
export async function unpack(bytes: BufferSource): Promise<Plain> {
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const [queue, room, after, seq, columns] = (await new Response(plain).json()) as Packed
  return [queue, room, after, seq, fromColumns(columns)]
}
