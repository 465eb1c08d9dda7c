import type { DBSchema, IDBPDatabase } from 'idb'
import { deleteDB, openDB } from 'idb'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { encodeRow, ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { decodeRows } from './decode-rows.ts'
import type { QueueReplica } from './queue-replica.ts'

interface Shape extends DBSchema {
  buckets: { key: string; value: string }
  marks: { key: string; value: number }
}

const NAME = 'satu-antrean-antrean'
const BUCKETS = 64

/** Between so many the page may draw: writing 50,000 rows takes longer than a frame. */
const BUCKETS_AT_ONCE = 4
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

const bucketOf = (id: string) => Number.parseInt(id.slice(0, 8), 16) % BUCKETS

/**
 * Keeps the open rows of a queue on this device, so that the next visit starts warm and asks only for what changed.
 * Keyed by person and gone at sign-out. Rows lie in buckets: a change writes one small bucket, not the whole list.
 * A mark is written in the same transaction as the rows that it speaks for.
 */
export class ReplicaStore {
  readonly #person: string
  readonly #dirty = new Map<QueueId, Set<number>>()
  #db: Promise<IDBPDatabase<Shape>> | undefined

  constructor(person: string) {
    this.#person = person
  }

  /** Undefined where the browser keeps nothing (private window, full disk): then every visit is a first one. */
  async load(
    queue: QueueId,
  ): Promise<{ readonly seq: number; readonly rows: readonly QueueRow[] } | undefined> {
    try {
      const db = await this.#open()
      const transaction = db.transaction(['marks', 'buckets'])
      const [seq, buckets] = await Promise.all([
        transaction.objectStore('marks').get(this.#key(queue)),
        transaction
          .objectStore('buckets')
          .getAll(IDBKeyRange.bound(`${this.#key(queue)}|`, `${this.#key(queue)}|~`)),
      ])
      if (seq === undefined) return undefined
      return { seq, rows: decodeRows(buckets.flatMap((text) => JSON.parse(text) as unknown[])) }
    } catch {
      return undefined
    }
  }

  touch(queue: QueueId, ids: Iterable<string>): void {
    const dirty = this.#dirty.get(queue) ?? new Set<number>()
    for (const id of ids) dirty.add(bucketOf(id))
    this.#dirty.set(queue, dirty)
  }

  /** Writes what changed since the last time. */
  async save(replica: QueueReplica): Promise<void> {
    const dirty = this.#dirty.get(replica.queue)
    if (!replica.loaded || dirty === undefined) return
    this.#dirty.delete(replica.queue)
    const rows = new Map<number, QueueRow[]>(Array.from(dirty, (bucket) => [bucket, []]))
    for (const { row, open } of replica.items.values()) if (open) rows.get(bucketOf(row.id))?.push(row)
    const key = this.#key(replica.queue)
    const seq = replica.mark
    const texts = new Map<number, string>()
    try {
      for (const [bucket, found] of rows) {
        texts.set(bucket, JSON.stringify(found.map(encodeRow)))
        if (texts.size % BUCKETS_AT_ONCE === 0) await breath()
      }
      const db = await this.#open()
      const transaction = db.transaction(['marks', 'buckets'], 'readwrite')
      await Promise.all([
        ...Array.from(texts, ([bucket, text]) =>
          transaction.objectStore('buckets').put(text, `${key}|${String(bucket).padStart(2, '0')}`),
        ),
        transaction.objectStore('marks').put(seq, key),
        transaction.done,
      ])
    } catch {
      // Nothing kept: the next visit reads from the server. The old mark still speaks for the old rows.
    }
  }

  /** At sign-out: nothing of anybody stays on this device. */
  async clear(): Promise<void> {
    const db = await this.#db?.catch(() => undefined)
    db?.close()
    this.#db = undefined
    await deleteDB(NAME).catch(() => undefined)
  }

  #key(queue: QueueId): string {
    return `${this.#person}|${queue}`
  }

  #open(): Promise<IDBPDatabase<Shape>> {
    this.#db ??= openDB<Shape>(NAME, ROW_FORMAT, {
      upgrade(db) {
        for (const old of Array.from(db.objectStoreNames)) db.deleteObjectStore(old) // rows of another format
        db.createObjectStore('buckets')
        db.createObjectStore('marks')
      },
    })
    return this.#db
  }
}
