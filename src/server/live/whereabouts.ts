import type { Socket } from 'socket.io'
import * as z from 'zod/mini'
import { audienceOf, roomsHeardBy } from '#domain/access/may-see.ts'
import type { Detail, Present } from '#domain/case/here.ts'
import { DetailWire, PointWire } from '#domain/case/here-wire.ts'
import { QueueId } from '#domain/shared/service-id.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import type { Shell } from '#server/shell.ts'
import type { CaseAt } from './case-at.ts'
import { caseAt } from './case-at.ts'
import type { Allowance } from './often.ts'
import { countTurns } from './often.ts'
import type { OpenCases } from './open-cases.ts'
import type { Packer } from './pack.ts'
import type { Pointers } from './pointers.ts'
import { LOOKS, looksAt } from './pointers.ts'
import type { Presence } from './presence.ts'
import { EVERY_LIST, placeOf, standOf } from './stand.ts'

/** Where someone is: a place, and within a case which paper and field. */
const Watch = z.union([
  z.tuple([z.nullable(z.string().check(z.maxLength(80)))]),
  z.tuple([z.string().check(z.maxLength(80)), DetailWire]),
])
/** A person changes place by hand; a script that does so all the time is shown the door. */
const MOVES: Allowance = { heard: 60, borne: 60, withinMs: 5000 }
/** A pointer says ten places a second. */
const POINTS: Allowance = { heard: 60, borne: 250, withinMs: 5000 }

/** Rooms of people who are at the same place; no room of the feed begins like this. */
export const AT = 'at:'
/** Rooms of lists, by the audience that they are shown to. */
export const LIST = 'list:'

/** What the screens of this instance share. */
export type House = {
  readonly shell: Shell
  readonly presence: Presence
  readonly openCases: OpenCases
  readonly pointers: Pointers
  readonly packer: Packer
}

type Who = { readonly person: SessionPerson['person']; readonly heard: Iterable<QueueId> }

/** Where one screen is: at which place, at what within it, and what it is told of others because of it. */
export class Whereabouts {
  readonly #socket: Socket
  readonly #house: House
  readonly #who: () => Who
  readonly #moves = countTurns(MOVES)
  readonly #points = countTurns(POINTS)
  /** The last place that was said counts, whichever is answered first. */
  #said = 0
  #place: string | null = null
  #case: CaseAt | undefined
  #detail: Detail = {}
  #lists: readonly (() => void)[] = []

  constructor(socket: Socket, house: House, who: () => Who) {
    this.#socket = socket
    this.#house = house
    this.#who = who
  }

  /** Says where the person is. A place that is not theirs, or does not exist, is nowhere. */
  async move(input: readonly unknown[], now: number): Promise<boolean> {
    const watch = Watch.safeParse(input)
    if (!watch.success || this.#moves(now) !== 'heard') return false
    const turn = ++this.#said
    const [place, said] = watch.data
    const isCase = place?.startsWith('case:') ?? false
    const { shell } = this.#house
    const { person } = this.#who()
    const at = isCase ? await caseAt(shell, person, place?.slice(5) ?? '', now, this.#case) : undefined
    const detail = at && said ? await at.within(said) : {}
    if (turn === this.#said) this.#stand(isCase && at === undefined ? null : place, at, detail)
    return true
  }

  /** Nowhere from here on, whatever is still on its way. */
  left(): void {
    this.#said = NaN // no turn is the last one any more
    for (const leave of this.#lists) leave()
    this.#lists = []
    this.#house.presence.move(this.#socket.id, this.#asSeen(), null)
  }

  /** Too slow to follow them: pointers that come late are worth nothing. */
  missPointers(): void {
    this.#leaveAll(LOOKS)
  }

  seePointers(): void {
    const { paper, beside, page = 1 } = this.#detail
    for (const one of [paper, beside]) if (one !== undefined) void this.#socket.join(looksAt(one, page))
  }

  #stand(asked: string | null, at: CaseAt | undefined, detail: Detail): void {
    const place = at !== undefined || this.#hearsList(asked) ? asked : null
    const moved = place !== this.#place
    if (moved) this.#leaveAll(AT)
    this.#leaveAll(LOOKS)
    const { presence } = this.#house
    const stand = place === null || place === EVERY_LIST ? null : standOf(place, this.#who().person.areas)
    this.#case = at
    this.#detail = detail
    this.#place = place
    presence.move(this.#socket.id, this.#asSeen(), stand, at?.case)
    this.seePointers()
    if (!moved) return
    this.#watchLists(place)
    if (stand === null) return
    void this.#socket.join(AT + stand)
    this.#socket.emit('presence', [placeOf(stand), presence.at(stand)])
  }

  /** A pointer is shown to whoever has the same page under the glass, and only while its own screen has it there. */
  point(input: readonly unknown[], now: number): boolean {
    const point = input.length === 1 ? PointWire.safeParse(input[0]) : undefined
    const turn = this.#points(now)
    if (!point?.success || turn === 'refused') return false
    const [fileId, page, x, y] = point.data
    const { paper, beside, page: own = 1 } = this.#detail
    if (turn === 'skipped' || this.#place === null || page !== own) return true
    if (fileId !== paper && fileId !== beside) return true
    const { id } = this.#who().person
    const spot = x === undefined || y === undefined ? ([id] as const) : ([id, x, y] as const)
    const { pointers, presence } = this.#house
    pointers.point({ fileId, page, spot, from: this.#socket.id, far: presence.elsewhereAt(this.#place) })
    return true
  }

  #asSeen(): Present {
    const { id, name, role } = this.#who().person
    const within = Object.keys(this.#detail).length > 0
    return { id, name, role, ...(within ? { detail: this.#detail } : {}) }
  }

  /** Lists are for those who work them. */
  #hearsList(place: string | null): boolean {
    if (place === null || this.#who().person.role === 'CITIZEN') return false
    return place === EVERY_LIST || this.#listsAt(place).length > 0
  }

  #listsAt(place: string | null): readonly QueueId[] {
    if (place === EVERY_LIST) return [...this.#who().heard]
    const queue = place?.startsWith('queue:') ? place.slice(6) : ''
    return QueueId.safeParse(queue).success && roomsHeardBy(this.#who().person, queue).length > 0
      ? [queue]
      : []
  }

  #watchLists(place: string | null): void {
    for (const leave of this.#lists) leave()
    this.#leaveAll(LIST)
    const { openCases } = this.#house
    this.#lists = this.#listsAt(place).map((queue) => {
      const audience = audienceOf(this.#who().person, queue)
      const leave = openCases.join(queue, audience)
      void this.#socket.join(LIST + audience)
      this.#socket.emit('open', openCases.now(queue, audience))
      return leave
    })
  }

  #leaveAll(kind: string): void {
    for (const room of this.#socket.rooms) if (room.startsWith(kind)) void this.#socket.leave(room)
  }
}
