import { mkdir, stat, unlink, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import { ERRORS, Upload } from '@tus/server'
import { boatDirectory, type BoatShell } from './boat-shell.ts'
import { consignmentRow } from './consignment-row.ts'

/** Sealed files on their way in. They are sealed to the Dinas's key already, so they lie here as they come. */
export class ConsignmentStore extends FileStore {
  readonly #shell: BoatShell

  constructor(shell: BoatShell) {
    super({ directory: boatDirectory(shell) })
    this.#shell = shell
    this.extensions = ['creation', 'termination']
  }

  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    await writeFile(this.#path(upload.id), '', { mode: 0o600 })
    return upload
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    let received = 0
    async function* count(source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        received += piece.length
        yield piece
      }
    }
    await pipeline(
      readable,
      count,
      createWriteStream(this.#path(id), { flags: 'r+', start: offset, flush: true }),
    )
    return offset + received
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await consignmentRow(this.#shell, id)
    if (row === undefined) throw ERRORS.FILE_NOT_FOUND
    const size = Number(row.bytes)
    if (row.state !== 'uploading') return new Upload({ id, size, offset: size })
    return new Upload({ id, size, offset: await this.bytesOf(id) })
  }

  async bytesOf(id: string): Promise<number> {
    try {
      return (await stat(this.#path(id))).size
    } catch {
      throw ERRORS.FILE_NO_LONGER_EXISTS
    }
  }

  override async remove(id: string): Promise<void> {
    await unlink(this.#path(id)).catch(() => undefined)
  }

  #path(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw ERRORS.FILE_NOT_FOUND
    return join(this.directory, id)
  }
}
