import { deflateRawSync } from 'node:zlib'
import { toColumns } from '#domain/case/row-columns.ts'
import type { Frame } from '#server/feed/audiences.ts'

export type Packer = { pack(audience: string, frame: Frame): Buffer }

const MOST_KEPT = 50

/** Few rows are not worth the header; from here on a frame shrinks to a fifth. */
export const WORTH_PACKING = 8

/**
 * Frames for screens that come back, compressed once for all who were away since the same moment. Pushed frames are not
 * packed: they are small, and a compressor per connection would cost more memory than the connection.
 */
export function createPacker(): Packer {
  const kept = new Map<string, Buffer>()
  return {
    pack(audience, frame) {
      const [queue, room, after, seq, rows] = frame
      const key = `${audience} ${after} ${seq}`
      const known = kept.get(key)
      if (known) return known
      const packed = deflateRawSync(JSON.stringify([queue, room, after, seq, toColumns(rows)]), { level: 9 })
      kept.set(key, packed)
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      return packed
    },
  }
}
