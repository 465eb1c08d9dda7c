import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import type { Actor } from '#domain/access/actor.ts'
import { audienceOf } from '#domain/access/may-see.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/services.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import type { Change, Taken } from '#client/replica/queue-replica.ts'
import { QueueReplica } from '#client/replica/queue-replica.ts'
import { ReplicaStore } from '#client/replica/replica-store.ts'
import type { LinkState } from './link-state.ts'
import { linkStateOf } from './link-state.ts'
import { CAN_UNPACK, unpack } from './unpack.ts'

export type PresentPerson = { readonly id: string; readonly name: string; readonly role: Actor['role'] }
export type Link = { readonly state: LinkState; readonly newsAt: number | undefined }
export type Pull = (
  queue: QueueId,
  seq: number,
) => Promise<{ readonly seq: number; readonly rows: readonly QueueRow[] }>

type RowsFrame = readonly [queue: QueueId, room: string, after: number, seq: number, rows: readonly unknown[]]

/** What happened to a replica: these rows changed, or all of it is to be read anew. */
export type News = readonly Change[] | 'all'
/** `live`: it happens now; otherwise it is what was missed meanwhile. */
type Listener = (queue: QueueId, news: News, live: boolean) => void

const SAVE_AFTER_MS = 3_000
const WATCH_MS = 1_000
const PULL_AGAIN_MS = 2_000

/** What of the browser the connection listens to; a test brings its own. */
export type Surroundings = {
  readonly pull: Pull
  readonly onEnded: () => void
  /** The rules of time may be others than the known ones. */
  readonly onRules?: () => void
}

/**
 * The one live connection of a tab: fills the replicas of all queues that this person hears, keeps them right through
 * cuts, and says honestly how the link stands. Everything on the screen reads from here.
 */
export class LiveConnection {
  readonly replicas = new Map<QueueId, QueueReplica>()
  readonly me: Actor
  readonly #around: Surroundings
  readonly #store: ReplicaStore
  readonly #onNews = new Set<Listener>()
  readonly #onLink = new Set<() => void>()
  readonly #onPresence = new Set<() => void>()
  readonly #present = new Map<string, readonly PresentPerson[]>()
  readonly #pulling = new Set<QueueId>()
  #socket: Socket | undefined
  #link: Link = { state: 'starting', newsAt: undefined }
  #brokenAt: number | undefined
  #watched: string | null = null
  #turn: Promise<void> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(me: Actor, queues: readonly QueueId[], around: Surroundings) {
    this.me = me
    this.#around = around
    this.#store = new ReplicaStore(me.id)
    for (const queue of queues) this.replicas.set(queue, new QueueReplica(queue, [audienceOf(me, queue)]))
  }

  get link(): Link {
    return this.#link
  }

  /** All queues filled: from the server or from this device. */
  get ready(): boolean {
    return [...this.replicas.values()].every((replica) => replica.loaded)
  }

  onNews(listener: Listener): () => void {
    this.#onNews.add(listener)
    return () => this.#onNews.delete(listener)
  }

  onLink = (listener: () => void): (() => void) => {
    this.#onLink.add(listener)
    return () => this.#onLink.delete(listener)
  }

  onPresence = (listener: () => void): (() => void) => {
    this.#onPresence.add(listener)
    return () => this.#onPresence.delete(listener)
  }

  presentAt(place: string): readonly PresentPerson[] | undefined {
    return this.#present.get(place)
  }

  /** Says where this person is, so that colleagues see it; null when nowhere. */
  watch(place: string | null): void {
    this.#watched = place
    this.#socket?.emit('watch', place)
  }

  async start(): Promise<void> {
    await Promise.all([...this.replicas.values()].map((replica) => this.#fill(replica)))
    if (this.#closed) return
    const socket = io({
      transports: ['websocket'],
      auth: (give) => give({ v: 1, marks: this.#marks(), ...(CAN_UNPACK ? { packed: true } : {}) }),
      reconnectionDelay: 500,
      reconnectionDelayMax: 8_000,
      timeout: 8_000,
    })
    this.#socket = socket
    socket.on('connect', () => {
      this.#brokenAt = undefined
      this.#heard()
      socket.io.engine.on('packet', () => this.#heard())
      if (this.#watched !== null) socket.emit('watch', this.#watched)
      for (const replica of this.replicas.values()) if (!replica.loaded) void this.pull(replica.queue)
      this.#around.onRules?.()
    })
    socket.on('disconnect', (reason) => {
      this.#brokenAt = Date.now()
      this.#present.clear()
      if (reason === 'io server disconnect' && !this.#closed) socket.connect()
      this.#look()
    })
    socket.on('connect_error', () => {
      this.#brokenAt ??= Date.now()
      this.#look()
    })
    socket.on('rows', (frame: RowsFrame) => this.#inTurn(() => this.#rows(frame)))
    socket.on('packed', (bytes: ArrayBuffer) => {
      const frame = unpack(bytes)
      this.#inTurn(async () => this.#rows(await frame))
    })
    socket.on('behind', ([queue]: readonly [QueueId]) => void this.pull(queue))
    socket.on('ended', () => this.#around.onEnded())
    socket.on('rules', () => this.#around.onRules?.())
    socket.on('presence', ([place, people]: readonly [string, readonly PresentPerson[]]) => {
      this.#present.set(place, people)
      for (const listener of this.#onPresence) listener()
    })
    setInterval(() => this.#look(), WATCH_MS)
    window.addEventListener('online', this.#wake)
    window.addEventListener('offline', () => this.#look())
    window.addEventListener('focus', this.#wake)
    window.addEventListener('pagehide', () => this.#save())
    document.addEventListener('visibilitychange', this.#wake)
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
      const answer = await this.#around.pull(queue, since)
      this.#pulling.delete(queue)
      this.#tell(queue, replica.pulled(since, answer), {
        all: since === 0 || answer.seq < since,
        live: false,
      })
    } catch {
      this.#pulling.delete(queue)
      if (this.#socket?.connected) setTimeout(() => void this.pull(queue), PULL_AGAIN_MS)
    }
  }

  /** Sign-out: the link is closed and nothing of this person stays on the device. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#saveTimer)
    this.#socket?.disconnect()
    await this.#store.clear()
  }

  #wake = (): void => {
    if (document.visibilityState === 'hidden') return
    const socket = this.#socket
    if (!socket) return
    if (!socket.connected) socket.connect()
    else for (const queue of this.replicas.keys()) void this.pull(queue)
    this.#look()
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

  #marks(): { readonly [queue: QueueId]: number } {
    return Object.fromEntries(
      [...this.replicas.values()]
        .filter((replica) => replica.loaded)
        .map((replica) => [replica.queue, replica.mark]),
    )
  }

  /** Frames count in the order in which they came: what follows a packed one waits until it is unpacked. */
  #inTurn(work: () => void | Promise<void>): void {
    if (this.#turn === undefined) {
      const begun = work()
      if (begun === undefined) return
      this.#turn = begun
    } else this.#turn = this.#turn.then(work)
    const turn = this.#turn.catch(() => {
      for (const queue of this.replicas.keys()) void this.pull(queue) // unreadable: what it said is asked for
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
      this.#saveTimer ??= setTimeout(() => this.#save(), SAVE_AFTER_MS)
    }
    if (all || changes.length > 0)
      for (const listener of this.#onNews) listener(queue, all ? 'all' : changes, live)
    if (hole) void this.pull(queue)
  }

  #save(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
    if (!this.#closed) for (const replica of this.replicas.values()) void this.#store.save(replica)
  }

  #heard(): void {
    this.#show(Date.now())
  }

  #look(): void {
    this.#show(this.#link.newsAt)
  }

  #show(newsAt: number | undefined): void {
    const connected = this.#socket?.connected ?? false
    const state = linkStateOf({
      now: Date.now(),
      connected,
      heardAt: newsAt,
      brokenAt: this.#brokenAt,
      deviceOnline: navigator.onLine,
    })
    if (state === this.#link.state && newsAt === this.#link.newsAt) return
    this.#link = { state, newsAt }
    for (const listener of this.#onLink) listener()
  }
}
