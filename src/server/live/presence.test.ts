import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Bus } from '#server/feed/bus.ts'
import type { Present } from './presence.ts'
import { createPresence } from './presence.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ONA: Present = { id: 'ona', name: 'Ona', role: 'OPERATOR' }
const YOPI: Present = { id: 'yopi', name: 'Yopi', role: 'OPERATOR' }
const PLACE = 'case:1'

/** The wire between instances in memory: everybody hears what the others say, until they are cut off. */
class Wire {
  readonly #ends = new Map<string, (word: string, from: string) => void>()

  plug(instanceId: string): Bus {
    return {
      instanceId,
      say: (_topic, word) => {
        if (!this.#ends.has(instanceId)) return
        for (const [id, hear] of this.#ends) if (id !== instanceId) hear(word, instanceId)
      },
      hear: (_topic, listener) => void this.#ends.set(instanceId, listener),
      stop: () => Promise.resolve(),
    }
  }

  cut(instanceId: string): void {
    this.#ends.delete(instanceId)
  }
}

const names = (presence: ReturnType<typeof createPresence>): string[] =>
  presence
    .at(PLACE)
    .map(({ id }) => id)
    .sort()

it('people of two instances see each other; of one that was killed nobody is left after 45 s', () => {
  const wire = new Wire()
  const told: string[] = []
  const here = createPresence(wire.plug('a'), (place) => told.push(place))
  const there = createPresence(wire.plug('b'), () => {})
  here.move('screen-1', ONA, PLACE)
  there.move('screen-2', YOPI, PLACE)
  vi.advanceTimersByTime(200)
  expect([names(here), names(there)]).toEqual([
    ['ona', 'yopi'],
    ['ona', 'yopi'],
  ])
  vi.advanceTimersByTime(120_000) // who stays, stays
  expect(names(here)).toEqual(['ona', 'yopi'])
  wire.cut('b')
  told.length = 0
  vi.advanceTimersByTime(45_000)
  expect(names(here)).toEqual(['ona'])
  expect(told).toEqual([PLACE])
  here.stop()
  there.stop()
})

it('two tabs of one person are one person, gone with the last of them', () => {
  const presence = createPresence(new Wire().plug('a'), () => {})
  presence.move('tab-1', ONA, PLACE)
  presence.move('tab-2', ONA, PLACE)
  presence.move('tab-1', ONA, null)
  expect(names(presence)).toEqual(['ona'])
  presence.move('tab-2', ONA, 'case:2')
  expect(names(presence)).toEqual([])
  presence.stop()
})

it('an instance that comes later is told who is where', () => {
  const wire = new Wire()
  const first = createPresence(wire.plug('a'), () => {})
  first.move('screen-1', ONA, PLACE)
  vi.advanceTimersByTime(200)
  const later = createPresence(wire.plug('b'), () => {})
  expect(names(later)).toEqual(['ona'])
  first.stop()
  later.stop()
})
