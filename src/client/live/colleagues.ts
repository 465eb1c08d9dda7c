import type { Socket } from 'socket.io-client'
import type { Detail, OpenCase, PointerFrame, Present, PresenceNews } from '#domain/case/here.ts'
import { unpackId } from '#domain/case/pack-id.ts'

const NOBODY: readonly Present[] = []

/** What the link says of colleagues: who is at a place, who has a case open, where they point. Nothing of it is kept. */
export class Colleagues {
  readonly #present = new Map<string, Map<string, Present>>()
  readonly #shown = new Map<string, readonly Present[]>()
  readonly #open = new Map<string, readonly Present[]>()
  readonly #openOf = new Map<string, Set<string>>()
  readonly #onNews = new Set<() => void>()
  readonly #onPointers = new Set<(frame: PointerFrame) => void>()
  #socket: Socket | undefined
  #said: readonly [place: string | null, detail?: Detail] = [null]

  onNews = (listener: () => void): (() => void) => {
    this.#onNews.add(listener)
    return () => this.#onNews.delete(listener)
  }

  onPointers(listener: (frame: PointerFrame) => void): () => void {
    this.#onPointers.add(listener)
    return () => this.#onPointers.delete(listener)
  }

  /** The same list as long as nobody came, moved or left. */
  at(place: string): readonly Present[] {
    const known = this.#shown.get(place)
    if (known) return known
    const people = [...(this.#present.get(place)?.values() ?? [])]
    this.#shown.set(place, people)
    return people
  }

  openBy(caseId: string): readonly Present[] {
    return this.#open.get(caseId) ?? NOBODY
  }

  /** Says where this person is, and what they look at there; said again whenever the link comes back. */
  say(place: string | null, detail: Detail | undefined): void {
    this.#said = place === null || detail === undefined ? [place] : [place, detail]
    if (this.#socket?.connected) this.#socket.emit('watch', ...this.#said)
  }

  point(fileId: string, page: number, at: readonly [x: number, y: number] | undefined): void {
    if (this.#socket?.connected) this.#socket.emit('point', at ? [fileId, page, ...at] : [fileId, page])
  }

  listen(socket: Socket): void {
    this.#socket = socket
    socket.on('connect', () => {
      if (this.#said[0] !== null) socket.emit('watch', ...this.#said)
    })
    socket.on('disconnect', () => this.#forget())
    socket.on('presence', ([place, people]: readonly [string, readonly Present[]]) => {
      this.#present.set(place, new Map(people.map((person) => [person.id, person])))
      this.#changed(place)
    })
    socket.on('here', ([place, came, left]: PresenceNews) => {
      const people = this.#present.get(place) ?? new Map<string, Present>()
      for (const id of left) people.delete(id)
      for (const person of came) people.set(person.id, person)
      this.#present.set(place, people)
      this.#changed(place)
    })
    socket.on('open', ([queue, cases, all]: readonly [string, readonly OpenCase[], true?]) => {
      const known = this.#openOf.get(queue) ?? new Set<string>()
      if (all) {
        for (const id of known) this.#open.delete(id)
        known.clear()
      }
      for (const [packed, people] of cases) {
        const id = unpackId(packed)
        if (id === undefined) continue
        if (people.length > 0) this.#open.set(id, people)
        else this.#open.delete(id)
        known.add(id)
      }
      this.#openOf.set(queue, known)
      this.#tell()
    })
    socket.on('pointer', (frame: PointerFrame) => {
      for (const listener of this.#onPointers) listener(frame)
    })
  }

  /** Without a link nobody is known to be anywhere. */
  #forget(): void {
    this.#present.clear()
    this.#shown.clear()
    this.#open.clear()
    this.#openOf.clear()
    this.#tell()
  }

  #changed(place: string): void {
    this.#shown.delete(place)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#onNews) listener()
  }
}
