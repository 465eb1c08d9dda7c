import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { QueueReplica } from '#client/replica/queue-replica.ts'
import { Colleagues } from './colleagues.ts'
import { Words } from './words.ts'
import type { News, Pull, RowsFrame } from './heard-queues.ts'
import { HeardQueues } from './heard-queues.ts'
import { setUnread } from '#client/notice-count.ts'
import type { LinkState } from './link-state.ts'
import { linkStateOf } from './link-state.ts'
import { CAN_UNPACK, unpack } from './unpack.ts'

export type Link = { readonly state: LinkState; readonly newsAt: number | undefined }

const WATCH_MS = 1_000

/** What of the browser the connection listens to; a test brings its own. */
export type Surroundings = {
  readonly pull: Pull
  readonly onEnded: () => void
  /** The rules of time may be others than the known ones. */
  readonly onRules?: () => void
}

/**
 * The one live connection of a tab: brings what the server says to the queues that this person hears, says who else is
 * here, and honestly how the link stands. Everything on the screen reads from here.
 */
export class LiveConnection {
  readonly me: Actor
  readonly #around: Surroundings
  readonly #queues: HeardQueues
  readonly #onLink = new Set<() => void>()
  readonly colleagues = new Colleagues()
  readonly words = new Words()
  #socket: Socket | undefined
  #link: Link = { state: 'starting', newsAt: undefined }
  #brokenAt: number | undefined
  #closed = false

  constructor(me: Actor, queues: readonly QueueId[], around: Surroundings) {
    this.me = me
    this.#around = around
    this.#queues = new HeardQueues(me, queues, around.pull, () => this.#socket?.connected ?? false)
  }

  get replicas(): ReadonlyMap<QueueId, QueueReplica> {
    return this.#queues.replicas
  }

  get link(): Link {
    return this.#link
  }

  /** All queues filled: from the server or from this device. */
  get ready(): boolean {
    return [...this.replicas.values()].every((replica) => replica.loaded)
  }

  onNews(listener: (queue: QueueId, news: News, live: boolean) => void): () => void {
    return this.#queues.onNews(listener)
  }

  onLink = (listener: () => void): (() => void) => {
    this.#onLink.add(listener)
    return () => this.#onLink.delete(listener)
  }

  async start(): Promise<void> {
    await this.#queues.fill()
    if (this.#closed) return
    const socket = io({
      transports: ['websocket'],
      auth: (give) =>
        give({ v: ROW_FORMAT, marks: this.#queues.marks(), ...(CAN_UNPACK ? { packed: true } : {}) }),
      reconnectionDelay: 500,
      reconnectionDelayMax: 8_000,
      timeout: 8_000,
    })
    this.#socket = socket
    this.colleagues.listen(socket)
    this.words.listen(socket)
    socket.on('connect', () => {
      this.#brokenAt = undefined
      this.#heard()
      socket.io.engine.on('packet', () => this.#heard())
      this.#queues.pullMissing()
      this.#around.onRules?.()
    })
    socket.on('disconnect', (reason) => {
      this.#brokenAt = Date.now()
      if (reason === 'io server disconnect' && !this.#closed) socket.connect()
      this.#look()
    })
    socket.on('connect_error', () => {
      this.#brokenAt ??= Date.now()
      this.#look()
    })
    socket.on('rows', (frame: RowsFrame) => this.#queues.take(frame))
    socket.on('packed', (bytes: ArrayBuffer) => this.#queues.take(unpack(bytes)))
    socket.on('behind', ([queue]: readonly [QueueId]) => void this.pull(queue))
    socket.on('ended', () => this.#around.onEnded())
    socket.on('notices', ([unread]: readonly [number]) => setUnread(unread))
    socket.on('rules', () => this.#around.onRules?.())
    setInterval(() => this.#look(), WATCH_MS)
    window.addEventListener('online', this.#wake)
    window.addEventListener('offline', () => this.#look())
    window.addEventListener('focus', this.#wake)
    window.addEventListener('pagehide', () => this.#queues.save())
    document.addEventListener('visibilitychange', this.#wake)
  }

  /** The own command's answer: the actor's screen learns the same way as everybody's. */
  learn(row: QueueRow): void {
    this.#queues.learn(row)
  }

  recount(): void {
    this.#queues.recount()
  }

  pull(queue: QueueId): Promise<void> {
    return this.#queues.pull(queue)
  }

  /** Sign-out: the link is closed and nothing of this person stays on the device. */
  async close(): Promise<void> {
    this.#closed = true
    this.#socket?.disconnect()
    await this.#queues.close()
  }

  #wake = (): void => {
    if (document.visibilityState === 'hidden') return
    const socket = this.#socket
    if (!socket) return
    if (!socket.connected) socket.connect()
    else this.#queues.pullAll()
    this.#look()
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
