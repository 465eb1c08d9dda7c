import type pg from 'pg'
import type { Logger } from 'pino'
import type { Actor } from '#domain/access/actor.ts'
import type { Room } from '#domain/access/may-see.ts'
import { audienceOf, roomsHeardBy } from '#domain/access/may-see.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { readVisible } from '#server/case/rows.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Bus } from './bus.ts'
import { createAudiences } from './audiences.ts'
import type { Frame } from './audiences.ts'
import { createLooker } from './looker.ts'
import { createPacer } from './pacer.ts'
import { QueueTail } from './queue-tail.ts'
import type { Tail } from './queue-tail.ts'

export type Feed = {
  /** Something of this queue was committed here; with the row itself it need not be read again. */
  wake(queue: QueueId, row?: QueueRow): void
  /** Every row of a queue that this person may see and that changed after a number (0: all open ones), each once. */
  since(actor: Actor, queue: QueueId, seq: number): Promise<Tail>
  /**
   * From `begin` on, frames of this person's audience are carried; `caughtUp` brings them there from their mark. Called
   * in the same breath, so that nothing falls between. Answers how to stop, or nothing when they hear nothing.
   */
  follow(
    actor: Actor,
    queue: QueueId,
    mark: number | undefined,
    begin: (audience: Room, caughtUp: Tail) => void,
  ): Promise<(() => void) | undefined>
  /** One listener: whoever carries frames to the screens. */
  carry(listener: (frame: Frame) => void): void
  stop(): Promise<void>
}

const LOOK_MS = 250
const TOPIC = 'queue'
type FeedShell = { readonly pool: pg.Pool; readonly log: Pick<Logger, 'warn'> }

/** Reads what has been committed and tells it: woken by writers here and elsewhere, and looking by itself each 250 ms. */
export function createFeed(shell: FeedShell, bus: Bus): Feed {
  const tails = new Map<QueueId, QueueTail>()
  const audiences = createAudiences()
  let carrier: (frame: Frame) => void = () => {}
  const looker = createLooker(shell.pool, tailOf, (queue) => pacer.soon(queue))
  const pacer = createPacer<QueueId>((queues) => {
    for (const queue of queues)
      for (const frame of audiences.frames(queue, tailOf(queue).takeFresh())) carrier(frame)
  })
  bus.hear(TOPIC, (queue) => {
    if (audiences.isFollowed(queue)) lookQuietly(queue)
  })
  const timer = setInterval(() => {
    looker.lookAtMoved(audiences.followed()).catch(() => undefined) // the next one sees it too
  }, LOOK_MS)
  timer.unref()

  function tailOf(queue: QueueId): QueueTail {
    const known = tails.get(queue)
    if (known) return known
    const tail = new QueueTail()
    tails.set(queue, tail)
    return tail
  }

  function lookQuietly(queue: QueueId): void {
    looker
      .look(queue)
      .catch((error: unknown) => shell.log.warn({ err: error, queue }, 'feed: look failed, looking again'))
  }

  async function read(actor: Actor, queue: QueueId, mark: number): Promise<Tail> {
    const { seq, rows } = await readAs(shell.pool, sightOf(actor), (db) =>
      readVisible(db, actor, queue, mark),
    )
    return { seq, rows: rows.map(encodeRow) }
  }

  return {
    wake(queue, row) {
      bus.say(TOPIC, queue)
      if (!looker.isLoaded(queue)) return
      const complete = row !== undefined && tailOf(queue).take(row)
      if (complete) pacer.soon(queue)
      else if (audiences.isFollowed(queue)) looker.lookSoon(queue, lookQuietly)
    },
    async since(actor, queue, mark) {
      const rooms = new Set(roomsHeardBy(actor, queue))
      if (rooms.size === 0) return { seq: 0, rows: [] }
      if (mark === 0) return read(actor, queue, 0)
      await looker.look(queue)
      const tail = tailOf(queue)
      if (mark > tail.seq) return { seq: tail.seq, rows: [] } // a number of another history: who asked begins anew
      return tail.covers(mark) ? tail.since(mark, rooms) : read(actor, queue, mark)
    },
    async follow(actor, queue, mark, begin) {
      const rooms = roomsHeardBy(actor, queue)
      if (rooms.length === 0) return undefined
      const tail = tailOf(queue)
      if (!audiences.isFollowed(queue) || (mark ?? 0) > tail.seq) await looker.look(queue)
      const known = mark ?? tail.seq
      const from =
        known <= tail.seq && !tail.covers(known) ? await read(actor, queue, known) : { seq: known, rows: [] }
      // No waiting from here on: what is not in `caughtUp` will be told.
      const rest = mergeTail(from, tail.since(Math.min(from.seq, tail.seq), new Set(rooms)))
      const audience = audienceOf(actor, queue)
      const leave = audiences.join(queue, audience, rooms, tail.seq)
      begin(audience, rest)
      return leave
    },
    carry(listener) {
      carrier = listener
    },
    async stop() {
      clearInterval(timer)
      pacer.stop()
      await looker.idle()
    },
  }
}

/** Rows read from the database, then the newer ones from memory; a case that is in both counts as in memory. */
function mergeTail(read: Tail, rest: Tail): Tail {
  const newer = new Set(rest.rows.map((row) => row[0]))
  const rows: RowTuple[] = read.rows.filter((row) => !newer.has(row[0]))
  return { seq: rest.seq, rows: [...rows, ...rest.rows] }
}
