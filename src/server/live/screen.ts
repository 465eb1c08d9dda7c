import type { Socket } from 'socket.io'
import * as z from 'zod/mini'
import type { Room } from '#domain/access/may-see.ts'
import { maySee, roomsHeardBy } from '#domain/access/may-see.ts'
import { QueueId } from '#domain/shared/service-id.ts'
import { Uuid } from '#domain/shared/id.ts'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import { readRow } from '#server/case/rows.ts'
import type { Tail } from '#server/feed/queue-tail.ts'
import { heardQueues } from '#server/feed/heard-queues.ts'
import type { Shell } from '#server/shell.ts'
import type { Slow } from './backlog.ts'
import { refused } from './live-metrics.ts'
import type { Packer } from './pack.ts'
import { WORTH_PACKING } from './pack.ts'
import type { Presence } from './presence.ts'
import { standOf } from './stand.ts'

/** What a screen says when it comes: the numbers it knows its queues to. */
export const Opening = z.strictObject({
  /** The format of the rows that it reads; a page from before the last change still names the old one. */
  v: z.union([z.literal(1), z.literal(ROW_FORMAT)]),
  /** It can read compressed frames. */
  packed: z.optional(z.literal(true)),
  marks: z.record(QueueId, z.number().check(z.int(), z.nonnegative(), z.lte(Number.MAX_SAFE_INTEGER))),
})
export type Opening = z.infer<typeof Opening>

const Place = z.nullable(z.string().check(z.maxLength(80)))
/** More rows than this are pulled over HTTP, where they can be compressed and the socket stays free. */
const MOST_CAUGHT_UP = 1000
/** A person changes place by hand; a script that does so all the time is shown the door. */
const MOST_MOVES = 20
const MOVES_MS = 5000

/** One open tab: what it hears, where it is, how fast it reads. */
export class Screen {
  readonly socket: Socket
  readonly slow: Slow = { pausedAt: undefined }
  readonly sessionId: string
  #person: SessionPerson['person']
  readonly #shell: Shell
  readonly #presence: Presence
  readonly #packer: Packer
  readonly #heard = new Map<QueueId, { readonly audience: Room; readonly leave: () => void }>()
  #moves: number[] = []
  #gone = false
  #unpacks = false

  constructor(socket: Socket, session: SessionPerson, shell: Shell, presence: Presence, packer: Packer) {
    this.#packer = packer
    this.socket = socket
    this.sessionId = session.sessionId
    this.#person = session.person
    this.#shell = shell
    this.#presence = presence
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
    const leave = await this.#shell.feed.follow(this.#person, queue, mark, (room, caughtUp) => {
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
      this.socket.emit('packed', this.#packer.pack(audience, frame))
    else this.socket.emit('rows', frame)
  }

  /** Says where the person is. A place that is not theirs, or does not exist, is nowhere. */
  async move(input: unknown, now: number): Promise<void> {
    const place = Place.safeParse(input)
    this.#moves = [...this.#moves.filter((at) => now - at < MOVES_MS), now]
    if (!place.success || this.#moves.length > MOST_MOVES) return this.malformed()
    const allowed = place.data !== null && (await this.#mayBeAt(place.data)) ? place.data : null
    if (this.#gone) return
    for (const room of this.socket.rooms) if (room.startsWith(AT)) void this.socket.leave(room)
    const { id, name, role, areas } = this.#person
    const stand = allowed === null ? null : standOf(allowed, areas)
    if (stand !== null) void this.socket.join(AT + stand)
    this.#presence.move(this.socket.id, { id, name, role }, stand)
  }

  /** Who is at work on a case is for colleagues; applicants neither see it nor are seen. */
  async #mayBeAt(place: string): Promise<boolean> {
    if (this.#person.role === 'CITIZEN') return false
    const [kind, ...rest] = place.split(':')
    const id = rest.join(':')
    if (kind === 'queue') return QueueId.safeParse(id).success && roomsHeardBy(this.#person, id).length > 0
    if (kind !== 'case' || !Uuid.safeParse(id).success) return false
    const row = await readRow(this.#shell.pool, id)
    return row !== undefined && maySee(this.#person, row)
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
    for (const { audience } of this.#heard.values()) void this.socket.leave(audience)
  }

  resume(): void {
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
    this.#presence.move(this.socket.id, this.#person, null)
  }
}

/** Rooms of people who are at the same place; no room of the feed begins like this. */
export const AT = 'at:'

function rightsOf({ role, areas, services }: SessionPerson['person']): string {
  return JSON.stringify([role, areas, services])
}
