import { describe, expect, test } from 'vitest'
import type { OutboxItem, SentEntry } from '#client/device/device-entry.ts'
import { planOf } from '#client/outbox/lanes.ts'
import type { OutboxState } from '#client/outbox/outbox-state.ts'
import { cardsOf, toSend } from './group-lanes.ts'
import { holdTimes } from './hold-times.ts'
import { minutesFor } from './minutes-for.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const base = (id: string, caseId: string, more: object) =>
  ({ kind: 'item', id, caseId, about, order: Number(id), putAt: 0, tries: 0, ...more }) as const
const note = (id: string, caseId: string, more: object = {}): OutboxItem => ({
  ...base(id, caseId, more),
  what: 'command',
  seenVersion: 1,
  command: { type: 'writeNote', noteId: id, text: 'x', visibility: 'internal' },
})
const photo = (id: string, caseId: string, more: object = {}): OutboxItem => ({
  ...base(id, caseId, more),
  what: 'paper',
  paperId: id,
  ruleId: 'KTP',
  bytes: 1_000,
  sha256: '',
})
const state = (items: readonly OutboxItem[], more: Partial<OutboxState> = {}): OutboxState => ({
  items,
  sentLately: [],
  standing: planOf(items, 0).standing,
  sender: 'idle',
  sent: new Map(),
  bytesPerSecond: undefined,
  paused: false,
  onlyOnRequest: false,
  ...more,
})

describe('the cards of the outbox', () => {
  test('one card for one application, in the order in which they were put', () => {
    const items = [
      note('1', 'a'),
      photo('2', 'b'),
      photo('3', 'a', { about: { ...about, applicant: 'Aminah' } }),
    ]
    const cards = cardsOf(state(items))
    expect(cards.map((card) => [card.caseId, card.items.length, card.state])).toEqual([
      ['a', 2, 'next'],
      ['b', 1, 'next'],
    ])
    expect(cards[0]?.about.applicant).toBe('Aminah') // the last name that was known
  })

  test('a photo on its way is told by number, with the bytes that are over', () => {
    const moving = state([photo('1', 'a'), photo('2', 'a')], {
      sender: 'sending',
      sent: new Map([['2', 400]]),
    })
    expect(cardsOf(moving)[0]).toMatchObject({
      state: 'sending',
      moving: { now: 2, of: 2 },
      bytes: 2_000,
      sentBytes: 400,
    })
    expect(toSend(moving)).toEqual({ cases: 1, bytes: 1_600 })
  })

  test('trouble shows over everything, put off only when all of it is', () => {
    const trouble = { trouble: { why: 'form-invalid', at: 0 } }
    expect(cardsOf(state([note('1', 'a', trouble), photo('2', 'a')]))[0]?.state).toBe('attention')
    expect(cardsOf(state([photo('1', 'a', { notBefore: 9 })]))[0]?.state).toBe('held')
    expect(cardsOf(state([photo('1', 'a', { notBefore: 9 }), photo('2', 'a')]))[0]?.state).toBe('next')
    expect(toSend(state([photo('1', 'a', trouble)])).bytes).toBe(0) // it goes only by hand
  })

  test('what is over stands behind what waits', () => {
    const sent: SentEntry = {
      kind: 'sent',
      id: 'z',
      caseId: 'z',
      about,
      at: 1,
      items: 2,
      bytes: 50,
      outcome: 'done',
    }
    const cards = cardsOf(state([note('1', 'a')], { sentLately: [sent] }))
    expect(cards.map((card) => card.state)).toEqual(['next', 'done'])
  })
})

test('minutes are promised only when the rate is known', () => {
  expect(minutesFor(4_100_000, undefined)).toBeUndefined()
  expect(minutesFor(2_880_000, 12_000)).toBe(4)
  expect(minutesFor(10, 12_000)).toBe(1)
})

test('other times are of the islands’ clock: an hour, tonight, tomorrow morning', () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}+09:00`)
  expect(holdTimes(at('10:00:00'))).toEqual([
    { name: 'hour', at: at('11:00:00') },
    { name: 'tonight', at: at('20:00:00') },
    { name: 'tomorrow', at: at('06:00:00') + 86_400_000 },
  ])
  expect(holdTimes(at('19:30:00')).map((one) => one.name)).toEqual(['hour', 'tomorrow'])
})
