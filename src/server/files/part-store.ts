import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import { ERRORS, Upload } from '@tus/server'
import type { PrismaClient } from '#server/db/generated/client.ts'
import type { Sealer } from '#server/seal/sealer.ts'

const BLOCK_BYTES = 16

/**
 * Half-sent files: what the row says they are, and the bytes that came so far, encrypted on the way to disk with a
 * key of their own. AES-CTR, because a cut may fall on any byte; the finished file is checked by its hash.
 */
export class PartStore extends FileStore {
  readonly #prisma: PrismaClient
  readonly #sealer: Sealer

  constructor(directory: string, prisma: PrismaClient, sealer: Sealer) {
    super({ directory })
    this.#prisma = prisma
    this.#sealer = sealer
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    // `x`: asked again after a lost answer, what came so far stays, and so does its key.
    const fresh = { mode: 0o600, flag: 'wx' }
    const key = this.#sealer.sealBytes(randomBytes(32), `part:${upload.id}`)
    await writeFile(this.#keyPath(upload.id), key, fresh).catch(unlessThere)
    await writeFile(this.#path(upload.id), '', fresh).catch(unlessThere)
    return upload
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const key = await this.#keyOf(id)
    const cipher = createCipheriv('aes-256-ctr', key, counterAt(offset))
    cipher.update(Buffer.alloc(offset % BLOCK_BYTES))
    let received = 0
    async function* encrypt(source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        received += piece.length
        yield cipher.update(piece)
      }
    }
    // `flush`: an offset that was acknowledged is still there after a power cut.
    await pipeline(
      readable,
      encrypt,
      createWriteStream(this.#path(id), { flags: 'r+', start: offset, flush: true }),
    )
    return offset + received
  }

  /** A finished file keeps answering with its full length, so that a lost last answer costs no byte. */
  override async getUpload(id: string): Promise<Upload> {
    const row = await this.#prisma.storedFile.findUnique({
      where: { id },
      select: { bytes: true, state: true },
    })
    if (row === null) throw ERRORS.FILE_NOT_FOUND
    const size = Number(row.bytes)
    if (row.state === 'ready') return new Upload({ id, size, offset: size })
    if (row.state === 'refused') throw ERRORS.FILE_NO_LONGER_EXISTS
    return new Upload({ id, size, offset: await this.bytesOf(id) })
  }

  /** Bytes that came so far. */
  async bytesOf(id: string): Promise<number> {
    try {
      return (await stat(this.#path(id))).size
    } catch {
      throw ERRORS.FILE_NO_LONGER_EXISTS
    }
  }

  /** The plain bytes that came so far. */
  async contentOf(id: string): Promise<Buffer> {
    const decipher = createDecipheriv('aes-256-ctr', await this.#keyOf(id), counterAt(0))
    return decipher.update(await readFile(this.#path(id)))
  }

  override async remove(id: string): Promise<void> {
    await Promise.all([this.#path(id), this.#keyPath(id)].map((path) => unlink(path).catch(() => undefined)))
  }

  /** Ids that have something on disk. */
  async ids(): Promise<readonly string[]> {
    const names = await readdir(this.directory).catch(() => [])
    return [...new Set(names.map((name) => name.replace(/\.key$/, '')))]
  }

  #path(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw ERRORS.FILE_NOT_FOUND
    return join(this.directory, id)
  }

  #keyPath(id: string): string {
    return `${this.#path(id)}.key`
  }

  async #keyOf(id: string): Promise<Buffer> {
    const sealed = await readFile(this.#keyPath(id)).catch(() => undefined)
    if (sealed === undefined) throw ERRORS.FILE_NO_LONGER_EXISTS
    return this.#sealer.openBytes(sealed, `part:${id}`)
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

function counterAt(offset: number): Buffer {
  const counter = Buffer.alloc(BLOCK_BYTES)
  counter.writeUInt32BE(Math.floor(offset / BLOCK_BYTES), 12)
  return counter
}
