import { inflateRawSync } from 'node:zlib'
import type { RowColumn } from '#domain/case/row-columns.ts'
import { fromColumns } from '#domain/case/row-columns.ts'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import type { OpenCase, PointerFrame, Present, PresenceNews } from '#domain/case/here.ts'
import { unpackId } from '#domain/case/pack-id.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { decodeRow, ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { Frame } from '#server/feed/audiences.ts'

/** A screen as the server sees it, with the plainest possible memory: rows by case, and one number per queue. */
export class Watcher {
  readonly socket: Socket
  readonly rows = new Map<string, QueueRow>()
  readonly marks: { [queue: string]: number }
  readonly frames: Frame[] = []
  /** Queues that the server said this screen is behind in. */
  readonly behind: string[] = []
  readonly presence = new Map<string, readonly Present[]>()
  /** Who has which case open, as the rows of this list say it. */
  readonly open = new Map<string, readonly Present[]>()
  readonly pointers: PointerFrame[] = []
  holes = 0
  ended = 0

  constructor(port: number, cookie: string, marks: { readonly [queue: string]: number } = {}) {
    this.marks = { ...marks }
    this.socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: (give) => give({ v: ROW_FORMAT, marks: this.marks, packed: true }),
      extraHeaders: { cookie, origin: `http://127.0.0.1:${port}` },
    })
    this.socket.on('rows', (frame: Frame) => this.#take(frame))
    this.socket.on('packed', (bytes: Buffer) => this.#take(plainOf(bytes)))
    this.socket.on('behind', ([queue]: [string]) => this.behind.push(queue))
    this.socket.on('ended', () => (this.ended += 1))
    this.socket.on('presence', ([place, people]: [string, Present[]]) => this.presence.set(place, people))
    this.socket.on('here', ([place, came, left]: PresenceNews) => {
      const gone = new Set([...left, ...came.map(({ id }) => id)])
      const stay = (this.presence.get(place) ?? []).filter(({ id }) => !gone.has(id))
      this.presence.set(place, [...stay, ...came])
    })
    this.socket.on('open', ([, cases]: [string, OpenCase[]]) => {
      for (const [packed, people] of cases) this.open.set(unpackId(packed) ?? packed, people)
    })
    this.socket.on('pointer', (frame: PointerFrame) => this.pointers.push(frame))
  }

  #take(frame: Frame): void {
    const [queue, , after, seq, tuples] = frame
    this.frames.push(frame)
    if (after > (this.marks[queue] ?? Infinity)) this.holes += 1
    for (const tuple of tuples) {
      const row = decodeRow(tuple)
      if (!row) throw new Error('not a row')
      if ((this.rows.get(row.id)?.version ?? 0) < row.version) this.rows.set(row.id, row)
    }
    this.marks[queue] = Math.max(this.marks[queue] ?? 0, seq)
  }

  async connected(): Promise<this> {
    if (!this.socket.connected) {
      await new Promise<void>((resolve, reject) => {
        this.socket.once('connect', resolve)
        this.socket.once('connect_error', reject)
      })
    }
    return this
  }

  close(): void {
    this.socket.disconnect()
  }
}

/** Waits for something to come true, and says what it was when it does not. */
export async function until(what: string, true_: () => boolean, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  while (!true_()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function plainOf(packed: Buffer): Frame {
  const [queue, room, after, seq, columns] = JSON.parse(inflateRawSync(packed).toString()) as PackedFrame
  return [queue, room, after, seq, fromColumns(columns)]
}

type PackedFrame = readonly [string, string, number, number, readonly RowColumn[]]
