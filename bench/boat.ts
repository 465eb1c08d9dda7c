import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { ConsignmentReader, headOf } from '#domain/intake/boat/consignment-format.ts'
import { sealedSize } from '#domain/intake/boat/manifest.ts'
import type { Figure, Options } from './report.ts'

const PHOTO_BYTES = 300 * 1024
const PIECE = 64 * 1024

/**
 * A day of jemput bola as one sealed file: how much it weighs beyond its photos, and how much memory it takes to make
 * and to open, beside the photos themselves (limit). Streams on both sides: memory must not grow with the file.
 */
export async function measure({ quick }: Options): Promise<readonly Figure[]> {
  const photos = quick ? 60 : 600
  const noise = randomBytes(PHOTO_BYTES)
  const photo = (n: number) => {
    const one = Buffer.from(noise)
    one.writeUInt32BE(n, 0)
    return one
  }
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const contents = Array.from({ length: photos }, (_, n) => ({ sha256: hash(photo(n)), bytes: PHOTO_BYTES }))
  const manifest = new TextEncoder().encode(JSON.stringify({ contents }))
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const folder = await mkdtemp(path.join(tmpdir(), 'boat-'))
  const file = path.join(folder, 'day.antrean')
  const watch = watchMemory()
  try {
    let next = -1
    const plain = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          watch.look()
          next += 1
          if (next === 0) controller.enqueue(headOf(manifest, new Uint8Array(64)))
          else if (next <= photos) controller.enqueue(photo(next - 1))
          else controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    let begun = performance.now()
    const out = Writable.toWeb(createWriteStream(file)) as WritableStream<Uint8Array>
    await (await encrypter.encrypt(plain)).pipeTo(out)
    const sealing = { ms: performance.now() - begun, megabytes: watch.peak() }
    const { size } = await stat(file)

    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    begun = performance.now()
    const opened = await decrypter.decrypt(piecesOf(file, watch.look))
    const reader = new ConsignmentReader(opened)
    await reader.head()
    let wrong = photos
    for await (const { sha256, bytes } of reader.contents(contents)) if (hash(bytes) === sha256) wrong -= 1
    const opening = { ms: performance.now() - begun, megabytes: watch.peak() }

    const whole = (photos * PHOTO_BYTES) / 1e6
    const of = `${photos} photos, ${Math.round(size / 1e6)} MB`
    return [
      { figure: `${of}: photos with another hash`, value: wrong, unit: '', target: { of: 'value', most: 0 } },
      {
        figure: 'bytes of the file (limit: its photos)',
        value: size / 1e6,
        unit: 'MB',
        limit: whole,
        target: { of: 'ratio', most: 1.01 },
      },
      {
        figure: 'size said beforehand (limit: the size it has)',
        value: sealedSize(manifest.length, contents) / 1e6,
        unit: 'MB',
        limit: size / 1e6,
        target: { of: 'ratio', most: 1.01, least: 0.99 },
      },
      {
        figure: 'memory to make it (limit: its photos)',
        value: sealing.megabytes,
        unit: 'MB',
        limit: whole,
        target: { of: 'value', most: 64 },
      },
      {
        figure: 'memory to open it (limit: its photos)',
        value: opening.megabytes,
        unit: 'MB',
        limit: whole,
        target: { of: 'value', most: 64 },
      },
      { figure: 'time to make it', value: sealing.ms, unit: 'ms' },
      { figure: 'time to open it and compare every hash', value: opening.ms, unit: 'ms' },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function piecesOf(file: string, look: () => void): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        look()
        const handle = await open(file, 'r')
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(PIECE), 0, PIECE, at)
        await handle.close()
        at += bytesRead
        if (bytesRead === 0) controller.close()
        else controller.enqueue(new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead))
      },
    },
    { highWaterMark: 0 },
  )
}

/** Resident memory above what it was when the last part began, in MB. */
function watchMemory() {
  let base = process.memoryUsage().rss
  let most = base
  return {
    look: () => {
      most = Math.max(most, process.memoryUsage().rss)
    },
    peak: () => {
      const megabytes = (most - base) / 1e6
      base = process.memoryUsage().rss
      most = base
      return megabytes
    },
  }
}
