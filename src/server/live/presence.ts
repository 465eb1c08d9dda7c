import type { Visible } from '#domain/access/may-see.ts'
import type { Present, PresenceNews } from '#domain/case/here.ts'
import type { Bus } from '#server/feed/bus.ts'
import { Crowd } from './crowd.ts'
import { HELLO, readWord, TOPIC, wordsOf } from './presence-words.ts'
import type { Place, Stand } from './stand.ts'
import { placeOf } from './stand.ts'

const BEAT_MS = 10_000
/** Who has not been repeated for so long is gone: their instance is, or the word of it was lost. */
const SILENT_MS = 30_000
const TELL_MS = 50

export type Presence = {
  /** This screen is at a place, or nowhere any more. Of a case, who may see it goes along for the lists. */
  move(screenId: string, person: Present, stand: Stand | null, case_?: Visible): void
  /** Everybody whom those who stand here are shown. */
  at(stand: Stand): readonly Present[]
  /** Is anybody of another instance at this place? */
  elsewhereAt(place: Place): boolean
  stop(): void
}

/** What presence tells: to those who stand somewhere what changed for them, and to lists who has a case open. */
export type PresenceEars = {
  changed(stand: Stand, news: PresenceNews): void
  opened?(place: Place, people: readonly Present[], case_: Visible | undefined): void
}

/**
 * Who is where, over all instances. May be late or lost, never wrong for long: each instance repeats its people every
 * 10 s, and who is not repeated is forgotten. What changed is gathered, and each stand is told the difference only.
 */
export function createPresence(bus: Bus, ears: PresenceEars, now: () => number = Date.now): Presence {
  const crowd = new Crowd()
  const cases = new Map<Place, Visible>()
  const told = new Map<Stand, ReadonlyMap<string, string>>()
  const moved = new Set<Place>()
  const movedHere = new Map<Stand, Set<string>>()
  let timer: NodeJS.Timeout | undefined

  /** A crowd is told less often: a thousand people entering a queue are not a million messages. */
  function tellSoon(stand: Stand): void {
    moved.add(placeOf(stand))
    timer ??= setTimeout(tell, TELL_MS + 2 * crowd.size(stand))
  }

  function say(stand: Stand, ids: Iterable<string>): void {
    const here = crowd.own(stand)
    for (const word of wordsOf(stand, here, ids, cases.get(placeOf(stand)))) bus.say(TOPIC, word)
  }

  function repeat(): void {
    for (const stand of crowd.ownStands()) say(stand, crowd.own(stand).keys())
  }

  function tell(): void {
    timer = undefined
    for (const [stand, ids] of movedHere) say(stand, ids)
    movedHere.clear()
    for (const place of moved) {
      for (const stand of crowd.ownStandsAt(place)) tellStand(stand)
      const people = crowd.atPlace(place)
      ears.opened?.(place, people, cases.get(place))
      if (people.length === 0) cases.delete(place)
    }
    moved.clear()
  }

  function tellStand(stand: Stand): void {
    const people = crowd.seenFrom(stand)
    const before = told.get(stand)
    const next = new Map(people.map((person) => [person.id, JSON.stringify(person)]))
    told.set(stand, next)
    const came = people.filter(({ id }) => before?.get(id) !== next.get(id))
    const left = [...(before?.keys() ?? [])].filter((id) => !next.has(id))
    if (came.length + left.length > 0) ears.changed(stand, [placeOf(stand), came, left])
  }

  bus.hear(TOPIC, (text, instance) => {
    if (text === HELLO) return repeat()
    const word = readWord(text)
    if (!word) return
    if (word.case && word.people.length > 0) cases.set(placeOf(word.stand), word.case)
    if (crowd.hear(instance, word.stand, word.people, word.left, now())) tellSoon(word.stand)
  })

  const beat = setInterval(() => {
    repeat()
    for (const stand of crowd.forgetSilent(now() - SILENT_MS)) tellSoon(stand)
  }, BEAT_MS)
  beat.unref()
  bus.say(TOPIC, HELLO)

  return {
    move(screenId, person, stand, case_) {
      const from = crowd.leave(screenId, stand)
      if (from !== null && crowd.size(from) === 0) told.delete(from)
      for (const one of [from, stand]) {
        if (one === null) continue
        movedHere.set(one, (movedHere.get(one) ?? new Set()).add(person.id))
        tellSoon(one)
      }
      if (stand === null) return
      if (case_) cases.set(placeOf(stand), case_)
      crowd.enter(screenId, person, stand)
    },
    at: (stand) => crowd.seenFrom(stand),
    elsewhereAt: (place) => crowd.elsewhereAt(place),
    stop() {
      clearInterval(beat)
      clearTimeout(timer)
    },
  }
}
