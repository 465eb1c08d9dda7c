import { open } from 'node:fs/promises'
import { Decrypter } from 'age-encryption'
import { ConsignmentReader, MalformedConsignment } from '#domain/intake/boat/consignment-format.ts'
import type { ConsignmentRefusal } from '#domain/intake/boat/consignment-refusal.ts'
import { Manifest } from '#domain/intake/boat/manifest.ts'
import { upgradeItems } from '#server/outbox/upgrade-batch.ts'
import { openingIdentities } from './boat-keys.ts'
import type { BoatReader } from './boat-shell.ts'

/** The whole header of a file to one recipient has some 200 bytes; more is not read in search of its end. */
const MOST_HEADER_BYTES = 4096
const FIRST_LINE = 'age-encryption.org/v1\n'

/** A file that is not taken, and why: for whoever brought it. */
export class ConsignmentRefused extends Error {
  override readonly name = 'ConsignmentRefused'
  readonly why: ConsignmentRefusal
  constructor(why: ConsignmentRefusal) {
    super(why)
    this.why = why
  }
}

export type OpenedConsignment = {
  readonly manifest: Manifest
  /** What was signed, byte for byte. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly reader: ConsignmentReader
}

/** Opens the seal and reads the head; the contents follow from `reader`. Throws `ConsignmentRefused`. */
export async function openConsignment(shell: BoatReader, path: string): Promise<OpenedConsignment> {
  await lookAtHeader(path)
  const decrypter = new Decrypter()
  for (const identity of await openingIdentities(shell)) decrypter.addIdentity(identity)
  try {
    const opened = await decrypter.decrypt(bytesOf(path)).catch((error: unknown) => {
      throw isOfDisk(error) ? error : new ConsignmentRefused(whyClosed(error))
    })
    const reader = new ConsignmentReader(piecesOf(opened))
    const { manifest: signed, signature } = await reader.head()
    return { manifest: manifestIn(signed, shell.clock()), signed, signature, reader }
  } catch (error) {
    throw refusalOf(error)
  }
}

const PIECE_BYTES = 64 * 1024

/**
 * A file as a web stream, piece by piece as it is asked for. Not `Readable.toWeb`: whoever stops reading early makes
 * that one throw where nobody can catch it, and a torn file must not end the server.
 */
function bytesOf(path: string): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const file = await open(path, 'r')
        try {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, at)
          at += bytesRead
          if (bytesRead === 0) controller.close()
          else controller.enqueue(new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead))
        } finally {
          await file.close()
        }
      },
    },
    { highWaterMark: 0 },
  )
}

/** A damaged byte, a cut or a changed order shows in any piece: whoever reads on must be ready for it. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof MalformedConsignment) return new ConsignmentRefused(error.why)
  return error
}

async function* piecesOf(opened: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of opened) yield piece
  } catch (error) {
    throw isOfDisk(error) ? error : new MalformedConsignment('torn')
  }
}

async function lookAtHeader(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_HEADER_BYTES), 0, MOST_HEADER_BYTES, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    if (!FIRST_LINE.startsWith(start.slice(0, FIRST_LINE.length)))
      throw new ConsignmentRefused('not-a-consignment')
    if (/\n--- [^\n]+\n/.test(start)) return
    throw new ConsignmentRefused(bytesRead < MOST_HEADER_BYTES ? 'torn' : 'not-a-consignment')
  } finally {
    await file.close()
  }
}

function manifestIn(signed: Uint8Array, now: number): Manifest {
  try {
    const manifest = Manifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(signed)))
    const upgraded = upgradeItems(manifest.schema, manifest.commands, now)
    if ('items' in upgraded) return { ...manifest, commands: [...upgraded.items] }
    throw new Error(upgraded.why)
  } catch {
    throw new ConsignmentRefused('version-unknown')
  }
}

function whyClosed(error: unknown): ConsignmentRefusal {
  const words = error instanceof Error ? error.message : ''
  if (words.includes('no identity matched')) return 'other-house'
  return words.includes('stream ended') ? 'torn' : 'forged'
}

function isOfDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')
  )
}
