import type pg from 'pg'
import type { QueueId } from '#domain/shared/service-id.ts'
import { readChanges, readLatest } from '#server/case/rows.ts'
import type { QueueTail } from './queue-tail.ts'

const MOST_AT_ONCE = 2000
const FIRST_LOAD = 2000
/** A writer of this instance that committed earlier may be heard a moment later. */
const PATIENCE_MS = 3

export type Looker = {
  isLoaded(queue: QueueId): boolean
  /** The tail is complete to a moment after this call when it resolves. Calls at the same time share one reading. */
  look(queue: QueueId): Promise<void>
  lookSoon(queue: QueueId, look: (queue: QueueId) => void): void
  /** One small question about all queues, then a look at those that moved. */
  lookAtMoved(queues: readonly QueueId[]): Promise<void>
  idle(): Promise<void>
}

/** Brings tails up to date from the database, one reading per queue at a time. */
export function createLooker(
  pool: pg.Pool,
  tailOf: (queue: QueueId) => QueueTail,
  changed: (queue: QueueId) => void,
): Looker {
  const running = new Map<QueueId, Promise<void>>()
  const next = new Map<QueueId, Promise<void>>()
  const loaded = new Set<QueueId>()
  const soon = new Set<QueueId>()

  async function read(queue: QueueId): Promise<void> {
    const tail = tailOf(queue)
    if (!loaded.has(queue)) {
      tail.load(await readLatest(pool, queue, FIRST_LOAD), FIRST_LOAD)
      loaded.add(queue)
      return
    }
    for (;;) {
      const before = tail.seq
      const reading = await readChanges(pool, queue, before, MOST_AT_ONCE)
      if (reading.seq < before) {
        loaded.delete(queue) // the database was put back to an earlier moment
        return read(queue)
      }
      const more = reading.rows.length === MOST_AT_ONCE
      tail.learn(more ? { ...reading, seq: reading.rows.at(-1)?.seq ?? before } : reading)
      if (tail.seq > before) changed(queue)
      if (!more) return
    }
  }

  function start(queue: QueueId): Promise<void> {
    const reading = read(queue).finally(() => running.delete(queue))
    running.set(queue, reading)
    return reading
  }

  const look = (queue: QueueId): Promise<void> => {
    const now = running.get(queue)
    if (!now) return start(queue)
    const known = next.get(queue)
    if (known) return known
    // What is being read may have begun before the caller's change: read once more, for all who came meanwhile.
    const after = now
      .catch(() => undefined)
      .then(() => {
        next.delete(queue)
        return look(queue)
      })
    next.set(queue, after)
    return after
  }

  return {
    isLoaded: (queue) => loaded.has(queue),
    look,
    lookSoon(queue, lookNow) {
      if (soon.has(queue)) return
      soon.add(queue)
      const seq = tailOf(queue).seq
      setTimeout(() => {
        soon.delete(queue)
        if (tailOf(queue).hasEarly || tailOf(queue).seq === seq) lookNow(queue)
      }, PATIENCE_MS)
    },
    async lookAtMoved(queues) {
      if (queues.length === 0) return
      const { rows } = await pool.query<{ id: QueueId; seq: number }>({
        name: 'feed-moved',
        text: 'select id, seq::float8 as seq from queue where id = any($1::text[])',
        values: [queues],
      })
      await Promise.all(rows.filter((row) => row.seq !== tailOf(row.id).seq).map((row) => look(row.id)))
    },
    async idle() {
      await Promise.allSettled([...running.values(), ...next.values()])
    },
  }
}
