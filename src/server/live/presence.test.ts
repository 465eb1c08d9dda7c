import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Visible } from '#domain/access/may-see.ts'
import type { Present, PresenceNews } from '#domain/case/here.ts'
import type { Bus } from '#server/feed/bus.ts'
import type { PresenceEars } from './presence.ts'
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

const DEAF: PresenceEars = { changed: () => {} }
const CASE: Visible = { service: 'KK', negeri: '81.01.12.2012', submitted: true, ownerId: 'hanafi' }

const names = (presence: ReturnType<typeof createPresence>): string[] =>
  presence
    .at(PLACE)
    .map(({ id }) => id)
    .sort()

it('people of two instances see each other; of one that was killed nobody is left after 45 s', () => {
  const wire = new Wire()
  const told: PresenceNews[] = []
  const here = createPresence(wire.plug('a'), { changed: (_stand, news) => told.push(news) })
  const there = createPresence(wire.plug('b'), DEAF)
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
  expect(told).toEqual([[PLACE, [], ['yopi']]])
  here.stop()
  there.stop()
})

it('two tabs of one person are one person, gone with the last of them', () => {
  const presence = createPresence(new Wire().plug('a'), DEAF)
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
  const first = createPresence(wire.plug('a'), DEAF)
  first.move('screen-1', ONA, PLACE)
  vi.advanceTimersByTime(200)
  const later = createPresence(wire.plug('b'), DEAF)
  expect(names(later)).toEqual(['ona'])
  first.stop()
  later.stop()
})

it('what someone looks at is told on every instance as a difference, and the last of it counts', () => {
  const wire = new Wire()
  const told: PresenceNews[] = []
  const here = createPresence(wire.plug('a'), { changed: (_stand, news) => told.push(news) })
  const there = createPresence(wire.plug('b'), DEAF)
  here.move('screen-1', ONA, PLACE)
  there.move('screen-2', YOPI, PLACE)
  vi.advanceTimersByTime(200)
  told.length = 0
  const at = (field: string): Present => ({ ...YOPI, detail: { field } })
  for (const field of ['phone', 'applicantName', 'reason']) there.move('screen-2', at(field), PLACE)
  vi.advanceTimersByTime(200)
  expect(told).toEqual([[PLACE, [at('reason')], []]])
  there.move('screen-2', at('reason'), PLACE) // nothing new: nobody is told
  vi.advanceTimersByTime(20_000)
  expect(told).toHaveLength(1)
  here.stop()
  there.stop()
})

it('a word that was lost is made good by the next beat, a departure whose word was lost by silence', () => {
  const wire = new Wire()
  const here = createPresence(wire.plug('a'), DEAF)
  const bus = wire.plug('b')
  let lost = false
  const there = createPresence({ ...bus, say: (...word) => (lost ? undefined : bus.say(...word)) }, DEAF)
  lost = true
  there.move('screen-2', YOPI, PLACE)
  vi.advanceTimersByTime(1000)
  expect(names(here)).toEqual([])
  lost = false
  vi.advanceTimersByTime(10_000)
  expect(names(here)).toEqual(['yopi'])
  lost = true
  there.move('screen-2', YOPI, null)
  vi.advanceTimersByTime(1000)
  lost = false
  vi.advanceTimersByTime(44_000)
  expect(names(here)).toEqual([])
  here.stop()
  there.stop()
})

it('each word fits into one notification, however many people are at a place', () => {
  const wire = new Wire()
  const sizes: number[] = []
  const bus = wire.plug('a')
  const here = createPresence(
    {
      ...bus,
      say: (topic, word) => (sizes.push(Buffer.byteLength(JSON.stringify(word))), bus.say(topic, word)),
    },
    DEAF,
  )
  const there = createPresence(wire.plug('b'), DEAF)
  const uuid = '0190163d-8694-739b-aea5-966c26f8ad90'
  for (let n = 0; n < 200; n += 1)
    here.move(
      `screen-${n}`,
      {
        id: uuid.replace('0190', String(1000 + n)),
        name: 'Maria Magdalena Latuharhary-Pattiwael',
        role: 'NEGERI_OFFICER',
        detail: { paper: uuid, beside: uuid, page: 12, field: 'applicantName' },
      },
      'case:1',
      CASE,
    )
  vi.advanceTimersByTime(11_000)
  expect(Math.max(...sizes)).toBeLessThan(7000)
  expect(there.at('case:1')).toHaveLength(50)
  here.stop()
  there.stop()
})

it('lists hear who has a case open, on the other instance too, and that it was closed', () => {
  const wire = new Wire()
  const opened: unknown[] = []
  const here = createPresence(wire.plug('a'), {
    changed: () => {},
    opened: (place, people, case_) => opened.push([place, people.map(({ id }) => id), case_]),
  })
  const there = createPresence(wire.plug('b'), DEAF)
  there.move('screen-2', YOPI, PLACE, CASE)
  vi.advanceTimersByTime(200)
  there.move('screen-2', YOPI, null)
  vi.advanceTimersByTime(200)
  expect(opened).toEqual([
    [PLACE, ['yopi'], CASE],
    [PLACE, [], CASE],
  ])
  here.stop()
  there.stop()
})
