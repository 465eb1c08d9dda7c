import type { Socket } from 'socket.io'
import * as z from 'zod/mini'
import type { Room } from '#domain/access/may-see.ts'
import { QueueId } from '#domain/shared/service-id.ts'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import type { Tail } from '#server/feed/queue-tail.ts'
import { heardQueues } from '#server/feed/heard-queues.ts'
import type { Slow } from './backlog.ts'
import { refused } from './live-metrics.ts'
import { WORTH_PACKING } from './pack.ts'
import type { House } from './whereabouts.ts'
import { Whereabouts } from './whereabouts.ts'

/** What a screen says when it comes: the numbers it knows its queues to. */
export const Opening = z.strictObject({
  /** The format of the rows that it reads; a page from before the last change still names the old one. */
  v: z.union([z.literal(1), z.literal(ROW_FORMAT)]),
  /** It can read compressed frames. */
  packed: z.optional(z.literal(true)),
  marks: z.record(QueueId, z.number().check(z.int(), z.nonnegative(), z.lte(Number.MAX_SAFE_INTEGER))),
})
export type Opening = z.infer<typeof Opening>

/** More rows than this are pulled over HTTP, where they can be compressed and the socket stays free. */
const MOST_CAUGHT_UP = 1000
/** One open tab: what it hears, where it is, how fast it reads. */
export class Screen {
  readonly socket: Socket
  readonly slow: Slow = { pausedAt: undefined }
  readonly sessionId: string
  #person: SessionPerson['person']
  readonly #house: House
  readonly #heard = new Map<QueueId, { readonly audience: Room; readonly leave: () => void }>()
  readonly #where: Whereabouts
  #gone = false
  #unpacks = false

  constructor(socket: Socket, session: SessionPerson, house: House) {
    this.socket = socket
    this.sessionId = session.sessionId
    this.#person = session.person
    this.#house = house
    this.#where = new Whereabouts(socket, house, () => ({ person: this.#person, heard: this.#heard.keys() }))
  }

  get person(): SessionPerson['person'] {
    return this.#person
  }

  /** Follows every queue of this person; each catch-up goes out before anything newer can. */
  async follow({ marks, packed }: Opening): Promise<void> {
    this.#unpacks = packed === true
    await Promise.all(
      heardQueues(this.#person, Object.keys(marks)).map((queue) => this.#followOne(queue, marks[queue])),
    )
  }

  async #followOne(queue: QueueId, mark: number | undefined): Promise<void> {
    const { socket } = this
    let audience: Room = ''
    const leave = await this.#house.shell.feed.follow(this.#person, queue, mark, (room, caughtUp) => {
      audience = room
      if (this.#gone) return
      void socket.join(room)
      if (mark !== undefined) this.#catchUp(queue, room, mark, caughtUp)
    })
    if (!leave) return
    if (this.#gone) leave()
    else this.#heard.set(queue, { audience, leave })
  }

  #catchUp(queue: QueueId, audience: Room, mark: number, { seq, rows }: Tail): void {
    const frame = [queue, '', mark, seq, rows] as const
    if (mark > seq || rows.length > MOST_CAUGHT_UP) this.socket.emit('behind', [queue])
    else if (this.#unpacks && rows.length >= WORTH_PACKING)
      this.socket.emit('packed', this.#house.packer.pack(audience, frame))
    else this.socket.emit('rows', frame)
  }

  /** Says where the person is. A place that is not theirs, or does not exist, is nowhere. */
  async move(input: readonly unknown[], now: number): Promise<void> {
    if (!(await this.#where.move(input, now))) this.malformed()
  }

  point(input: readonly unknown[], now: number): void {
    if (!this.#where.point(input, now)) this.malformed()
  }

  /** The session as it is now. Other rights than before: the screen begins anew with a fresh connection. */
  refresh(session: SessionPerson | null): void {
    if (session === null) return this.end()
    if (rightsOf(session.person) === rightsOf(this.#person)) this.#person = session.person
    else this.socket.disconnect(true) // it comes back by itself, and is given what it may hear now
  }

  end(): void {
    this.left()
    this.socket.emit('ended')
    this.socket.disconnect(true)
  }

  malformed(): void {
    refused.inc({ reason: 'malformed' })
    this.left()
    this.socket.disconnect(true)
  }

  pause(): void {
    this.#where.missPointers()
    for (const { audience } of this.#heard.values()) void this.socket.leave(audience)
  }

  resume(): void {
    this.#where.seePointers()
    for (const [queue, { audience }] of this.#heard) {
      void this.socket.join(audience)
      this.socket.emit('behind', [queue])
    }
  }

  /** Hears nothing from here on, whatever is still on its way. */
  left(): void {
    this.#gone = true
    for (const room of this.socket.rooms) void this.socket.leave(room)
    for (const { leave } of this.#heard.values()) leave()
    this.#heard.clear()
    this.#where.left()
  }
}

function rightsOf({ role, areas, services }: SessionPerson['person']): string {
  return JSON.stringify([role, areas, services])
}
