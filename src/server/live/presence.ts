import * as z from 'zod/mini'
import type { Role } from '#domain/access/role.ts'
import { ROLES } from '#domain/access/role.ts'
import type { Bus } from '#server/feed/bus.ts'
import type { Stand } from './stand.ts'
import { isSeenFrom } from './stand.ts'

export type Present = { readonly id: string; readonly name: string; readonly role: Role }

const TOPIC = 'presence'
const HERE = z.strictObject({
  place: z.string().check(z.maxLength(300)),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
})
/** Said by an instance that has just come: everybody tells it who is where. */
const HELLO = 'hello'
const MOST_SHOWN = 50
const BEAT_MS = 10_000
/** An instance that has been silent for so long is gone, and with it its people. */
const SILENT_MS = 30_000
const TELL_MS = 50

export type Presence = {
  /** This screen is at a place, or nowhere any more. */
  move(screenId: string, person: Present, place: Stand | null): void
  /** Everybody whom those who stand here are shown. */
  at(place: Stand): readonly Present[]
  stop(): void
}

/**
 * Who is where, over all instances. May be late or lost, never wrong for long: each instance repeats itself every 10 s,
 * and what it does not repeat is forgotten. `changed` is called for the stands of this instance that see the change.
 */
export function createPresence(
  bus: Bus,
  changed: (place: Stand) => void,
  now: () => number = Date.now,
): Presence {
  const screens = new Map<string, { readonly person: Present; readonly place: Stand }>()
  const places = new Map<Stand, Map<string, Present>>()
  const elsewhere = new Map<string, { heardAt: number; readonly places: Map<Stand, readonly Present[]> }>()
  const moved = new Set<Stand>()
  const movedHere = new Set<Stand>()
  let timer: NodeJS.Timeout | undefined

  function own(place: Stand): readonly Present[] {
    const people = new Map([...(places.get(place)?.values() ?? [])].map((person) => [person.id, person]))
    return [...people.values()].slice(0, MOST_SHOWN)
  }

  function say(place: Stand): void {
    bus.say(TOPIC, JSON.stringify({ place, people: own(place) }))
  }

  /** A crowd is told less often: a thousand people entering a queue are not a million messages. */
  function tellSoon(place: Stand): void {
    moved.add(place)
    timer ??= setTimeout(tell, TELL_MS + 2 * (places.get(place)?.size ?? 0))
  }

  function tell(): void {
    timer = undefined
    for (const place of movedHere) say(place)
    const movedAt = [...moved]
    for (const place of places.keys()) if (movedAt.some((other) => isSeenFrom(place, other))) changed(place)
    movedHere.clear()
    moved.clear()
  }

  bus.hear(TOPIC, (word, instance) => {
    if (word === HELLO) {
      for (const place of places.keys()) say(place)
      return
    }
    const here = HERE.safeParse(jsonOf(word))
    if (!here.success) return
    const { place, people } = here.data
    const other = elsewhere.get(instance) ?? { heardAt: 0, places: new Map<Stand, readonly Present[]>() }
    other.heardAt = now()
    if (people.length > 0) other.places.set(place, people)
    else other.places.delete(place)
    elsewhere.set(instance, other)
    tellSoon(place)
  })

  const beat = setInterval(() => {
    for (const place of places.keys()) say(place)
    for (const [instance, { heardAt, places: left }] of elsewhere) {
      if (now() - heardAt < SILENT_MS) continue
      elsewhere.delete(instance)
      for (const place of left.keys()) tellSoon(place)
    }
  }, BEAT_MS)
  beat.unref()
  bus.say(TOPIC, HELLO)

  function leave(screenId: string): void {
    const screen = screens.get(screenId)
    if (!screen) return
    screens.delete(screenId)
    const people = places.get(screen.place)
    people?.delete(screenId)
    if (people?.size === 0) places.delete(screen.place)
    movedHere.add(screen.place)
    tellSoon(screen.place)
  }

  return {
    move(screenId, person, place) {
      leave(screenId)
      if (place === null) return
      screens.set(screenId, { person, place })
      const people = places.get(place) ?? new Map<string, Present>()
      places.set(place, people.set(screenId, person))
      movedHere.add(place)
      tellSoon(place)
    },
    at(place) {
      const here = [...places.keys()].filter((other) => isSeenFrom(place, other)).flatMap(own)
      const others = [...elsewhere.values()].flatMap((instance) =>
        [...instance.places].flatMap(([other, people]) => (isSeenFrom(place, other) ? people : [])),
      )
      const all = new Map([...own(place), ...here, ...others].map((person) => [person.id, person]))
      return [...all.values()].slice(0, MOST_SHOWN)
    },
    stop() {
      clearInterval(beat)
      clearTimeout(timer)
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
