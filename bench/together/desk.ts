import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { inflateRawSync } from 'node:zlib'
import { Colleagues } from '#client/live/colleagues.ts'
import { unpackId } from '#domain/case/pack-id.ts'
import type { RowColumn } from '#domain/case/row-columns.ts'
import { fromColumns } from '#domain/case/row-columns.ts'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { Seat } from './town.ts'

type Rows = readonly (readonly [packedId: string, version: number, ...rest: unknown[]])[]

/** One open tab without its pictures: the product's own knowledge of colleagues, and the versions of the rows. */
export class Desk {
  readonly seat: Seat
  readonly colleagues = new Colleagues()
  readonly versions = new Map<string, number>()
  readonly #socket: Socket
  readonly #onRows = new Set<() => void>()

  constructor(seat: Seat) {
    this.seat = seat
    const origin = `http://127.0.0.1:${seat.port}`
    this.#socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: 30_000,
      auth: { v: ROW_FORMAT, marks: { '81.01/KK': 0 }, packed: true },
      extraHeaders: { cookie: seat.cookie, origin },
    })
    this.colleagues.listen(this.#socket)
    this.#socket.on('rows', (frame: readonly [string, string, number, number, Rows]) => this.#take(frame[4]))
    this.#socket.on('packed', (bytes: Buffer) => {
      const frame = JSON.parse(inflateRawSync(bytes).toString()) as [
        string,
        string,
        number,
        number,
        RowColumn[],
      ]
      this.#take(fromColumns(frame[4]) as unknown as Rows)
    })
  }

  #take(rows: Rows): void {
    for (const [packed, version] of rows) {
      const id = unpackId(packed) ?? packed
      this.versions.set(id, Math.max(version, this.versions.get(id) ?? 0))
    }
    for (const listener of this.#onRows) listener()
  }

  async connected(): Promise<this> {
    if (this.#socket.connected) return this
    await new Promise<void>((resolve, reject) => {
      this.#socket.once('connect', resolve)
      this.#socket.once('connect_error', reject)
    })
    return this
  }

  /** Resolves when it is true, asked at each piece of news. */
  when(is: () => boolean, ms = 30_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const stops: (() => void)[] = []
      const end = (settle: () => void): void => {
        for (const stop of stops) stop()
        settle()
      }
      const look = (): void => {
        if (is()) end(resolve)
      }
      const timer = setTimeout(() => end(() => reject(new Error(`not within ${ms} ms`))), ms)
      this.#onRows.add(look)
      stops.push(
        this.colleagues.onNews(look),
        () => clearTimeout(timer),
        () => this.#onRows.delete(look),
      )
      look()
    })
  }

  close(): void {
    this.#socket.disconnect()
  }
}
