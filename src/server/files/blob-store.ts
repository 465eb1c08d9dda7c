import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sealer } from '#server/seal/sealer.ts'

export type BlobStore = {
  /** The name that this content has here. It tells nothing about the content without the key. */
  readonly nameOf: (sha256: string, copy: 'content' | 'view' | 'thumb') => string
  /** On disk and flushed when it returns; writing what is already there is no work. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  /** The plain content, chunk by chunk, each authenticated before it is given out. */
  readonly read: (name: string) => AsyncGenerator<Buffer>
  readonly has: (name: string) => Promise<boolean>
  readonly remove: (name: string) => Promise<void>
  /** Half-written leftovers of a crash. */
  readonly leftovers: () => AsyncGenerator<string>
  readonly ageMs: (name: string, now: number) => Promise<number>
}

// Header: magic, then the blob's own key, sealed. Since no key is used twice, the chunk counter may be the nonce.
const MAGIC = Buffer.from('SAB1')
const KEY_BYTES = 32
const SEALED_KEY_BYTES = 1 + 12 + 16 + KEY_BYTES
const HEADER_BYTES = MAGIC.length + SEALED_KEY_BYTES
const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16

/** Files at rest: AES-256-GCM in chunks (cutting, swapping and reordering are noticed), named by keyed content hash. */
export function createBlobStore(directory: string, sealer: Sealer): BlobStore {
  const pathOf = (name: string) => {
    if (!/^[0-9a-f]{64}(\.[0-9a-f-]{36}\.tmp)?$/.test(name)) throw new Error('not a blob name')
    return join(directory, name.slice(0, 2), name)
  }

  async function has(name: string): Promise<boolean> {
    return stat(pathOf(name)).then(
      () => true,
      () => false,
    )
  }

  async function put(name: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(name)
    const now = new Date()
    // Touched, so that a sweep of what nobody wanted sees that someone wants it again.
    if (
      await utimes(path, now, now).then(
        () => true,
        () => false,
      )
    )
      return
    await mkdir(dirname(path), { recursive: true })
    const temporary = `${path}.${randomUUID()}.tmp`
    try {
      const file = await open(temporary, 'wx', 0o600)
      try {
        for (const piece of sealed(bytes, sealer, name)) await file.write(piece)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, path)
    } catch (error) {
      await unlink(temporary).catch(() => undefined)
      throw error
    }
    await flushDirectory(dirname(path))
  }

  async function* read(name: string): AsyncGenerator<Buffer> {
    const file = await open(pathOf(name), 'r')
    try {
      const header = Buffer.alloc(HEADER_BYTES)
      await file.read(header, 0, HEADER_BYTES, 0)
      if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('not a sealed blob')
      const key = sealer.openBytes(header.subarray(MAGIC.length), `blob:${name}`)
      const { size } = await file.stat()
      let at = HEADER_BYTES
      for (let index = 0; at < size; index += 1) {
        const length = Math.min(CHUNK_BYTES + TAG_BYTES, size - at)
        const piece = Buffer.alloc(length)
        await file.read(piece, 0, length, at)
        at += length
        yield openChunk(piece, key, index, at === size, name)
      }
    } finally {
      await file.close()
    }
  }

  async function* leftovers(): AsyncGenerator<string> {
    for (const folder of await readdir(directory).catch(() => [])) {
      for (const name of await readdir(join(directory, folder))) if (name.endsWith('.tmp')) yield name
    }
  }

  return {
    nameOf: (sha256, copy) => sealer.blindIndex('blob', `${copy}:${sha256}`),
    put,
    read,
    has,
    leftovers,
    remove: (name) => unlink(pathOf(name)).catch(() => undefined),
    ageMs: async (name, now) => now - (await stat(pathOf(name)).catch(() => ({ mtimeMs: now }))).mtimeMs,
  }
}

function* sealed(bytes: Uint8Array, sealer: Sealer, name: string): Generator<Buffer> {
  const key = randomBytes(KEY_BYTES)
  yield Buffer.concat([MAGIC, sealer.sealBytes(key, `blob:${name}`)])
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES))
  for (let index = 0; index < count; index += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, index === count - 1))
    cipher.setAAD(Buffer.from(name))
    const plain = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
    yield Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }
}

function openChunk(piece: Buffer, key: Buffer, index: number, last: boolean, name: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last))
  decipher.setAAD(Buffer.from(name))
  decipher.setAuthTag(piece.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()])
}

/** The last chunk is marked, so that a blob cut at a chunk's edge does not open. */
function nonce(index: number, last: boolean): Buffer {
  const buffer = Buffer.alloc(12)
  buffer.writeUInt32BE(index, 7)
  buffer[11] = last ? 1 : 0
  return buffer
}

/** A rename is only durable once the directory itself is on disk. */
async function flushDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
