import type { Room } from '#domain/access/may-see.ts'
import type { Known } from '#domain/case/learn.ts'
import { learn } from '#domain/case/learn.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { QueueItem } from './queue-item.ts'
import { itemOf } from './queue-item.ts'

/** News of one room: rows that changed after `after` (the number before it in that room), up to `seq`. */
export type Frame = {
  readonly room: Room
  readonly after: number
  readonly seq: number
  readonly rows: readonly QueueRow[]
}
export type Change = { readonly before: QueueItem | undefined; readonly after: QueueItem }
export type Taken = { readonly changes: readonly Change[]; readonly hole: boolean }

/**
 * One queue as this screen knows it: a copy that is right or knows that it is not.
 * A row is taken only at a higher version, so late and repeated news changes nothing; ended cases stay known, so that
 * late news cannot revive them. A hole in the numbers of a room asks for a pull, and the mark waits for it.
 */
export class QueueReplica {
  readonly queue: QueueId
  readonly items = new Map<string, QueueItem>()
  readonly #known: Known = new Map()
  /** Everything up to here is known, whatever the room. */
  #base = 0
  #loaded = false
  readonly #rooms: ReadonlyMap<Room, { seq: number }>
  #waiting: Frame[] = []

  constructor(queue: QueueId, rooms: readonly Room[]) {
    this.queue = queue
    this.#rooms = new Map(rooms.map((room) => [room, { seq: 0 }]))
  }

  /** Has it been filled once, from the server or from this device? */
  get loaded(): boolean {
    return this.#loaded
  }

  /** The number up to which nothing is missing in any room: what a reconnecting screen says it knows. */
  get mark(): number {
    let least = Number.POSITIVE_INFINITY
    for (const room of this.#rooms.values()) least = Math.min(least, Math.max(room.seq, this.#base))
    return Number.isFinite(least) ? least : this.#base
  }

  /** Pushed news. `room` is empty for a catch-up, which speaks for all rooms. */
  take(frame: Frame): Taken {
    const changes = this.learn(frame.rows)
    if (!this.#advance(frame)) {
      this.#waiting.push(frame)
      return { changes, hole: true }
    }
    this.#settle()
    return { changes, hole: false }
  }

  /** The answer to a pull from `since`. Numbers that went back mean another history: then everything is read anew. */
  pulled(since: number, answer: { readonly seq: number; readonly rows: readonly QueueRow[] }): Taken {
    if (answer.seq < since) {
      this.#forget()
      return { changes: [], hole: true }
    }
    if (since === 0) this.#loaded = true
    const changes = this.learn(answer.rows)
    if (since <= this.mark) this.#base = Math.max(this.#base, answer.seq)
    this.#settle()
    return { changes, hole: this.#waiting.length > 0 }
  }

  /** Rows that are true whatever the numbers: the answer to an own command, the first rows of the page. */
  learn(rows: readonly QueueRow[]): readonly Change[] {
    const changes: Change[] = []
    for (const row of rows) {
      const before = this.items.get(row.id)
      if (!learn(this.#known, row)) continue
      const after = itemOf(row)
      this.items.set(row.id, after)
      changes.push({ before, after })
    }
    return changes
  }

  /** What this device kept from an earlier visit. */
  restore(seq: number, rows: readonly QueueRow[]): readonly Change[] {
    if (this.#loaded) return []
    this.#loaded = true
    this.#base = Math.max(this.#base, seq)
    return this.learn(rows)
  }

  /** Lays every row out by the rules of time as they are now. */
  recount(): void {
    for (const [id, { row }] of this.items) this.items.set(id, itemOf(row))
  }

  #advance(frame: Frame): boolean {
    if (frame.room === '') {
      if (frame.after > this.mark) return false
      this.#base = Math.max(this.#base, frame.seq)
      this.#loaded ||= frame.after === 0
      return true
    }
    const room = this.#rooms.get(frame.room)
    if (!room || !this.#loaded || frame.after > Math.max(room.seq, this.#base)) return false
    room.seq = Math.max(room.seq, frame.seq)
    return true
  }

  /** Frames that stood behind a hole count as soon as the hole is closed. */
  #settle(): void {
    let left = this.#waiting
    for (;;) {
      const still = left.filter((frame) => !this.#advance(frame) && frame.seq > this.#base)
      if (still.length === left.length) break
      left = still
    }
    this.#waiting = left
  }

  #forget(): void {
    this.items.clear()
    this.#known.clear()
    this.#base = 0
    this.#loaded = false
    this.#waiting = []
    for (const room of this.#rooms.values()) room.seq = 0
  }
}
