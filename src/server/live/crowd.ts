import type { Present } from '#domain/case/here.ts'
import type { Place, Stand } from './stand.ts'
import { isSeenFrom, placeOf } from './stand.ts'

const MOST_SHOWN = 50

type Far = { readonly person: Present; readonly heardAt: number }

/**
 * Who stands where: the screens of this instance, and the people whom other instances named. Two screens of one person
 * are one person, where they were last.
 */
export class Crowd {
  readonly #screens = new Map<string, Stand>()
  readonly #own = new Map<Stand, Map<string, Present>>()
  readonly #far = new Map<Stand, Map<string, Far>>()
  readonly #stands = new Map<Place, Set<Stand>>()

  /** The screen leaves where it was; where it stays, it keeps its turn in the row. Answers the stand it left. */
  leave(screenId: string, next: Stand | null): Stand | null {
    const stand = this.#screens.get(screenId)
    if (stand === undefined || stand === next) return null
    this.#screens.delete(screenId)
    this.#own.get(stand)?.delete(screenId)
    if (this.#own.get(stand)?.size === 0) this.#own.delete(stand)
    this.#keepOrTidy(stand)
    return stand
  }

  enter(screenId: string, person: Present, stand: Stand): void {
    this.#screens.set(screenId, stand)
    const people = this.#own.get(stand) ?? new Map<string, Present>()
    this.#own.set(stand, people.set(screenId, person))
    this.#keepOrTidy(stand)
  }

  /** An instance said who came to a stand and who left it. False: it was known already. */
  hear(
    instance: string,
    stand: Stand,
    people: readonly Present[],
    left: readonly string[],
    heardAt: number,
  ): boolean {
    const far = this.#far.get(stand) ?? new Map<string, Far>()
    let news = false
    for (const person of people) {
      const key = `${instance} ${person.id}`
      news ||= JSON.stringify(far.get(key)?.person) !== JSON.stringify(person)
      far.set(key, { person, heardAt })
    }
    for (const id of left) news = far.delete(`${instance} ${id}`) || news
    if (far.size > 0) this.#far.set(stand, far)
    else this.#far.delete(stand)
    this.#keepOrTidy(stand)
    return news
  }

  /** Forgets whom nobody has named since; answers the stands that lost someone. */
  forgetSilent(since: number): readonly Stand[] {
    const changed: Stand[] = []
    for (const [stand, people] of this.#far) {
      const before = people.size
      for (const [key, { heardAt }] of people) if (heardAt <= since) people.delete(key)
      if (people.size === before) continue
      changed.push(stand)
      if (people.size === 0) this.#far.delete(stand)
      this.#keepOrTidy(stand)
    }
    return changed
  }

  /** The people of this instance at one stand, each once. */
  own(stand: Stand): ReadonlyMap<string, Present> {
    return new Map([...(this.#own.get(stand)?.values() ?? [])].map((person) => [person.id, person]))
  }

  ownStands(): Iterable<Stand> {
    return this.#own.keys()
  }

  size(stand: Stand): number {
    return this.#own.get(stand)?.size ?? 0
  }

  /** Where people of this instance stand at a place. */
  ownStandsAt(place: Place): readonly Stand[] {
    return [...(this.#stands.get(place) ?? [])].filter((stand) => this.#own.has(stand))
  }

  /** Everybody whom those who stand here are shown. */
  seenFrom(stand: Stand): readonly Present[] {
    return this.#people(placeOf(stand), (other) => isSeenFrom(stand, other))
  }

  atPlace(place: Place): readonly Present[] {
    return this.#people(place, () => true)
  }

  elsewhereAt(place: Place): boolean {
    return [...(this.#stands.get(place) ?? [])].some((stand) => (this.#far.get(stand)?.size ?? 0) > 0)
  }

  #people(place: Place, seen: (stand: Stand) => boolean): readonly Present[] {
    const all = new Map<string, Present>()
    for (const stand of this.#stands.get(place) ?? []) {
      if (!seen(stand)) continue
      for (const { person } of this.#far.get(stand)?.values() ?? []) all.set(person.id, person)
      for (const person of this.#own.get(stand)?.values() ?? []) all.set(person.id, person)
    }
    return [...all.values()].slice(0, MOST_SHOWN)
  }

  #keepOrTidy(stand: Stand): void {
    const place = placeOf(stand)
    const stands = this.#stands.get(place) ?? new Set<Stand>()
    if (this.#own.has(stand) || this.#far.has(stand)) stands.add(stand)
    else stands.delete(stand)
    if (stands.size > 0) this.#stands.set(place, stands)
    else this.#stands.delete(place)
  }
}
