import type { Content } from './manifest.ts'
import { CONSIGNMENT_LIMIT } from './manifest.ts'

// Inside the seal: magic and version (8), length of the manifest (4, big endian), the manifest (UTF-8 JSON), its
// signature (64: ECDSA P-256, IEEE P1363), then every content end to end. A receipt is the same without contents.
const MAGIC = [0x41, 0x4e, 0x54, 0x52, 0x45, 0x41, 0x4e] as const // ANTREAN
const VERSION = 1
const MAGIC_BYTES = 8
const LENGTH_BYTES = 4
export const SIGNATURE_BYTES = 64

export type FormatFault = 'torn' | 'not-a-consignment' | 'version-unknown' | 'too-big'

/** The opened bytes are not what they should be. */
export class MalformedConsignment extends Error {
  override readonly name = 'MalformedConsignment'
  readonly why: FormatFault
  constructor(why: FormatFault) {
    super(why)
    this.why = why
  }
}

/** Everything that stands before the contents. */
export function headOf(manifest: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (signature.length !== SIGNATURE_BYTES) throw new Error('a signature has 64 bytes')
  const head = new Uint8Array(MAGIC_BYTES + LENGTH_BYTES + manifest.length + SIGNATURE_BYTES)
  head.set(MAGIC)
  head[MAGIC.length] = VERSION
  new DataView(head.buffer).setUint32(MAGIC_BYTES, manifest.length)
  head.set(manifest, MAGIC_BYTES + LENGTH_BYTES)
  head.set(signature, MAGIC_BYTES + LENGTH_BYTES + manifest.length)
  return head
}

/**
 * Reads the opened bytes in pieces of any size. First `head`, and only when its caller has looked at the signature
 * `content` with the contents that it names, one in memory at a time. Throws `MalformedConsignment`.
 */
export class ConsignmentReader {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async head(): Promise<{ readonly manifest: Uint8Array; readonly signature: Uint8Array }> {
    const start = await this.#take(MAGIC_BYTES + LENGTH_BYTES)
    if (MAGIC.some((byte, index) => start[index] !== byte))
      throw new MalformedConsignment('not-a-consignment')
    if (start[MAGIC.length] !== VERSION) throw new MalformedConsignment('version-unknown')
    const length = new DataView(start.buffer, start.byteOffset).getUint32(MAGIC_BYTES)
    if (length > CONSIGNMENT_LIMIT.manifestBytes) throw new MalformedConsignment('too-big')
    return { manifest: await this.#take(length), signature: await this.#take(SIGNATURE_BYTES) }
  }

  async *contents(named: readonly Content[]): AsyncGenerator<{ sha256: string; bytes: Uint8Array }> {
    for (const { sha256, bytes } of named) yield { sha256, bytes: await this.#take(bytes) }
    const after = await this.#source.next()
    if (this.#rest.length > 0 || (after.done !== true && after.value.length > 0))
      throw new MalformedConsignment('torn')
  }

  async #take(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [this.#rest]
    let have = this.#rest.length
    while (have < length) {
      const next = await this.#source.next()
      if (next.done === true) throw new MalformedConsignment('torn')
      pieces.push(next.value)
      have += next.value.length
    }
    const joined = pieces.length === 1 ? this.#rest : join(pieces, have)
    this.#rest = joined.subarray(length)
    return joined.slice(0, length)
  }
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
