import { gunzip } from 'node:zlib'
import { promisify } from 'node:util'
import * as z from 'zod/mini'
import { OUTBOX_LIMIT } from '#domain/intake/outbox-wire.ts'
import { Uuid } from '#domain/shared/id.ts'

const unzip = promisify(gunzip)

const Outer = z.strictObject({
  schema: z.number(),
  personId: Uuid,
  items: z.array(z.unknown()).check(z.minLength(1), z.maxLength(OUTBOX_LIMIT.items)),
})
export type ReadBatch = z.infer<typeof Outer>

/** The batch in these bytes, packed or plain; undefined when it is none. A small file that unpacks to gigabytes is none. */
export async function readBatch(bytes: Buffer): Promise<ReadBatch | undefined> {
  try {
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
    const plain = packed ? await unzip(bytes, { maxOutputLength: OUTBOX_LIMIT.bytes }) : bytes
    const read = Outer.safeParse(JSON.parse(plain.toString('utf8')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
