import type { Room } from '#domain/access/may-see.ts'
import { roomsTold } from '#domain/access/may-see.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import type { Reading } from '#server/case/rows.ts'

type Entry = { readonly seq: number; readonly rooms: readonly Room[]; readonly tuple: RowTuple }

/** What changed after a number, as far as some rooms may hear, and the number that it is complete to. */
export type Tail = { readonly seq: number; readonly rows: readonly RowTuple[] }

const MOST_KEPT = 5000
const MOST_AHEAD = 1000

/**
 * The latest changes of one queue in memory: the newest row of each case, oldest change first. `seq` is the number up
 * to which it is complete; a row that comes early waits until those before it are there.
 */
export class QueueTail {
  seq = 0
  /** Everything after this number is kept. */
  #from = 0
  readonly #kept = new Map<string, Entry>()
  readonly #early = new Map<number, QueueRow>()
  readonly #fresh = new Map<string, Entry>()

  /** Begins anew from the queue's latest rows. */
  load({ seq, rows }: Reading, most: number): void {
    this.#kept.clear()
    this.#early.clear()
    this.#fresh.clear()
    this.seq = seq
    this.#from = rows.length < most ? 0 : (rows[0]?.seq ?? seq)
    for (const row of rows) {
      const entry = entryOf(row)
      this.#kept.set(keyOf(entry), entry)
    }
  }

  /** A committed row straight from its writer. False: one or more before it have not been seen yet. */
  take(row: QueueRow): boolean {
    if (row.seq > this.seq + 1) {
      if (this.#early.size < MOST_AHEAD) this.#early.set(row.seq, row)
      return false
    }
    if (row.seq === this.seq + 1) this.#add(row)
    this.#takeEarly()
    return this.#early.size === 0
  }

  /** Some row waits for one before it. */
  get hasEarly(): boolean {
    return this.#early.size > 0
  }

  /** What a look at the database found after `this.seq`, complete to `reading.seq`. */
  learn(reading: Reading): void {
    for (const row of reading.rows) if (row.seq > this.seq) this.#add(row)
    this.seq = Math.max(this.seq, reading.seq)
    for (const seq of this.#early.keys()) if (seq <= this.seq) this.#early.delete(seq)
    this.#takeEarly()
  }

  /** Rows that nobody was told of yet, each case once, as it is now; asking empties the list. */
  takeFresh(): readonly Entry[] {
    const fresh = [...this.#fresh.values()]
    this.#fresh.clear()
    return fresh
  }

  covers(mark: number): boolean {
    return mark >= this.#from && mark <= this.seq
  }

  /** Only where `covers(mark)`. */
  since(mark: number, rooms: ReadonlySet<Room>): Tail {
    const rows: RowTuple[] = []
    const newestFirst = [...this.#kept.values()].reverse()
    for (const entry of newestFirst) {
      if (entry.seq <= mark) break
      if (entry.rooms.some((room) => rooms.has(room))) rows.push(entry.tuple)
    }
    return { seq: this.seq, rows: rows.reverse() }
  }

  #add(row: QueueRow): void {
    const entry = entryOf(row)
    const key = keyOf(entry)
    this.#kept.delete(key) // to the end: the order of the map is the order of the changes
    this.#kept.set(key, entry)
    this.#fresh.delete(key)
    this.#fresh.set(key, entry)
    this.seq = row.seq
    if (this.#kept.size > MOST_KEPT) this.#forgetOldest()
  }

  #takeEarly(): void {
    for (let row = this.#early.get(this.seq + 1); row; row = this.#early.get(this.seq + 1)) {
      this.#early.delete(row.seq)
      this.#add(row)
    }
  }

  #forgetOldest(): void {
    for (const [key, entry] of this.#kept) {
      this.#kept.delete(key)
      this.#from = entry.seq
      return
    }
  }
}

function entryOf(row: QueueRow): Entry {
  return { seq: row.seq, rooms: roomsTold(row), tuple: encodeRow(row) }
}

function keyOf(entry: Entry): string {
  return String(entry.tuple[0])
}
