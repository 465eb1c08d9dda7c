import type { Actor } from '#domain/access/actor.ts'
import { audienceOf } from '#domain/access/may-see.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/services.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import type { Change, Taken } from '#client/replica/queue-replica.ts'
import { QueueReplica } from '#client/replica/queue-replica.ts'
import { ReplicaStore } from '#client/replica/replica-store.ts'

export type Pull = (
  queue: QueueId,
  seq: number,
) => Promise<{ readonly seq: number; readonly rows: readonly QueueRow[] }>

export type RowsFrame = readonly [
  queue: QueueId,
  room: string,
  after: number,
  seq: number,
  rows: readonly unknown[],
]

/** What happened to a replica: these rows changed, or all of it is to be read anew. */
export type News = readonly Change[] | 'all'
/** `live`: it happens now; otherwise it is what was missed meanwhile. */
type Listener = (queue: QueueId, news: News, live: boolean) => void

const SAVE_AFTER_MS = 3_000
const PULL_AGAIN_MS = 2_000

/**
 * The replicas of all queues that this person hears: filled from this device or the server, kept right by frames in
 * their order and by pulling what they left out, and saved again. Knows of no socket: frames are handed in.
 */
export class HeardQueues {
  readonly replicas = new Map<QueueId, QueueReplica>()
  readonly #pullFrom: Pull
  readonly #isConnected: () => boolean
  readonly #store: ReplicaStore
  readonly #onNews = new Set<Listener>()
  readonly #pulling = new Set<QueueId>()
  #turn: Promise<void> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(me: Actor, queues: readonly QueueId[], pullFrom: Pull, isConnected: () => boolean) {
    this.#pullFrom = pullFrom
    this.#isConnected = isConnected
    this.#store = new ReplicaStore(me.id)
    for (const queue of queues) this.replicas.set(queue, new QueueReplica(queue, [audienceOf(me, queue)]))
  }

  onNews(listener: Listener): () => void {
    this.#onNews.add(listener)
    return () => this.#onNews.delete(listener)
  }

  /** What this device kept, and the rest from the server. */
  async fill(): Promise<void> {
    await Promise.all([...this.replicas.values()].map((replica) => this.#fill(replica)))
  }

  /** The own command's answer: the actor's screen learns the same way as everybody's. */
  learn(row: QueueRow): void {
    const queue = queueOf(row.negeri, row.service)
    const replica = this.replicas.get(queue)
    if (replica) this.#tell(queue, { changes: replica.learn([row]), hole: false })
  }

  /** The rules of time changed: every row is laid out again, without a word from the server. */
  recount(): void {
    for (const [queue, replica] of this.replicas) {
      replica.recount()
      if (replica.loaded) for (const listener of this.#onNews) listener(queue, 'all', false)
    }
  }

  /** Asks the server for everything since the mark: after a hole, on waking up, when the server says so. */
  async pull(queue: QueueId): Promise<void> {
    const replica = this.replicas.get(queue)
    if (!replica || this.#pulling.has(queue)) return
    this.#pulling.add(queue)
    const since = replica.loaded ? replica.mark : 0
    try {
      const answer = await this.#pullFrom(queue, since)
      this.#pulling.delete(queue)
      this.#tell(queue, replica.pulled(since, answer), {
        all: since === 0 || answer.seq < since,
        live: false,
      })
    } catch {
      this.#pulling.delete(queue)
      if (this.#isConnected()) setTimeout(() => void this.pull(queue), PULL_AGAIN_MS)
    }
  }

  pullAll(): void {
    for (const queue of this.replicas.keys()) void this.pull(queue)
  }

  /** Those that neither this device nor the server has filled yet. */
  pullMissing(): void {
    for (const replica of this.replicas.values()) if (!replica.loaded) void this.pull(replica.queue)
  }

  take(frame: RowsFrame | Promise<RowsFrame>): void {
    this.#inTurn(frame instanceof Promise ? async () => this.#rows(await frame) : () => this.#rows(frame))
  }

  /** The number that each filled replica is complete to. */
  marks(): { readonly [queue: QueueId]: number } {
    return Object.fromEntries(
      [...this.replicas.values()]
        .filter((replica) => replica.loaded)
        .map((replica) => [replica.queue, replica.mark]),
    )
  }

  save(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
    if (!this.#closed) for (const replica of this.replicas.values()) void this.#store.save(replica)
  }

  /** Nothing of this person stays on the device. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#saveTimer)
    await this.#store.clear()
  }

  async #fill(replica: QueueReplica): Promise<void> {
    const kept = await this.#store.load(replica.queue)
    if (kept)
      this.#tell(
        replica.queue,
        { changes: replica.restore(kept.seq, kept.rows), hole: false },
        { all: true, kept: true },
      )
    else await this.pull(replica.queue)
  }

  /** Frames count in the order in which they came: what follows a packed one waits until it is unpacked. */
  #inTurn(work: () => void | Promise<void>): void {
    if (this.#turn === undefined) {
      const begun = work()
      if (begun === undefined) return
      this.#turn = begun
    } else this.#turn = this.#turn.then(work)
    const turn = this.#turn.catch(() => {
      this.pullAll() // unreadable: what it said is asked for
    })
    this.#turn = turn
    void turn.then(() => {
      if (this.#turn === turn) this.#turn = undefined
    })
  }

  #rows([queue, room, after, seq, tuples]: RowsFrame): void {
    const replica = this.replicas.get(queue)
    if (!replica) return
    this.#tell(queue, replica.take({ room, after, seq, rows: decodeRows(tuples) }), { live: room !== '' })
  }

  #tell(queue: QueueId, { changes, hole }: Taken, { all = false, kept = false, live = true } = {}): void {
    if (!kept) {
      this.#store.touch(
        queue,
        changes.map((change) => change.after.row.id),
      )
      this.#saveTimer ??= setTimeout(() => this.save(), SAVE_AFTER_MS)
    }
    if (all || changes.length > 0)
      for (const listener of this.#onNews) listener(queue, all ? 'all' : changes, live)
    if (hole) void this.pull(queue)
  }
}
