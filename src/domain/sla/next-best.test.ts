import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { createClockwork } from './clockwork.ts'
import { HOUSE_RULES } from './house-rules.ts'
import { stageTimeOf } from './stage-time.ts'
import { nextBest } from './next-best.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { FLAG } from '#domain/case/queue-row.ts'
import { MORNING } from '#domain/case/testing/case-scenario.ts'

const me: Actor = { id: 'ona', name: 'Ona', role: 'OPERATOR', areas: ['81.01'], services: [] }
const CLOCKWORK = createClockwork(HOUSE_RULES)
const NOW = MORNING + 2 * HOUR_MS

const item = (id: string, minutesAgo: number, more: Partial<QueueRow> = {}) => {
  const at = NOW - minutesAgo * MINUTE_MS
  const row: QueueRow = {
    id,
    version: 1,
    seq: 1,
    service: 'KK',
    kind: 'KK_LOST',
    negeri: '81.01.12.2001',
    stage: 'FORWARDED',
    number: null,
    applicant: id,
    ownerId: 'x',
    submitted: true,
    holder: null,
    stageAt: at,
    submittedAt: at,
    changedAt: at,
    changedBy: '',
    birthLate: false,
    flags: 0,
    returnCount: 0,
    escalation: 0,
    clock: {
      policy: 1,
      roundAt: at,
      stageFrom: at,
      stageUsed: 0,
      promiseFrom: at,
      promiseUsed: 0,
      lawPaused: 0,
    },
    ...more,
  }
  return { row, time: stageTimeOf(row, CLOCKWORK) }
}
const first = (...items: ReturnType<typeof item>[]) => nextBest(items, me, NOW)

test('what is over its time comes first, whoever waits elsewhere', () => {
  const late = item('late', 3 * 1440)
  const found = first(item('urgent', 5, { flags: FLAG.urgent }), late, item('fresh', 4))
  expect(found?.item).toBe(late)
  expect(found?.reasons[0]).toMatchObject({ why: 'late' })
})

test('among equals: urgent, then vulnerable, then the oldest', () => {
  const plain = item('plain', 9)
  const vulnerable = item('vulnerable', 5, { flags: FLAG.vulnerable })
  const urgent = item('urgent', 4, { flags: FLAG.urgent })
  expect(first(plain, vulnerable, urgent)).toMatchObject({
    item: { row: { id: 'urgent' } },
    reasons: [{ why: 'urgent' }],
  })
  expect(first(plain, vulnerable)?.item).toBe(vulnerable)
  const old = item('old', 10)
  expect(first(plain, old)).toMatchObject({ item: { row: { id: 'old' } }, reasons: [{ why: 'oldest' }] })
})

test('own services and area decide between two of one day', () => {
  const mine: Actor = { ...me, areas: ['81.01', '81.01.12'] }
  const near = item('near', 5)
  const far = item('far', 9, { negeri: '81.01.01.2001' })
  expect(nextBest([far, near], mine, NOW)).toMatchObject({
    item: { row: { id: 'near' } },
    reasons: [{ why: 'own' }],
  })
})

test('nothing that another holds, that is elsewhere, or that is no desk of mine', () => {
  const until = NOW + MINUTE_MS
  const held = item('held', 60, { holder: { id: 'yopi', name: 'Yopi', role: 'OPERATOR', until } })
  const elsewhere = item('elsewhere', 60, { stage: 'VALIDATION' })
  expect(first(held, elsewhere)).toBeUndefined()
  const lapsed = item('lapsed', 60, { holder: { id: 'yopi', name: 'Yopi', role: 'OPERATOR', until: NOW } })
  expect(first(held, lapsed)).toMatchObject({ item: { row: { id: 'lapsed' } } })
})

test('whatever the order in which rows come, everybody sees the same one, and nothing better is left', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({ id: fc.uuid(), ago: fc.integer({ min: 0, max: 3000 }), flags: fc.constantFrom(0, 2, 4) }),
    { minLength: 1, maxLength: 12, selector: (one) => one.id },
  )
  fc.assert(
    fc.property(arbitrary, (drawn) => {
      const items = drawn.map(({ id, ago, flags }) => item(id, ago, { flags }))
      const best = nextBest(items, me, NOW)
      expect(nextBest(items.toReversed(), me, NOW)?.item).toBe(best?.item)
      const without = items.filter((one) => one !== best?.item)
      for (const other of without) expect(nextBest([other, best!.item], me, NOW)?.item).toBe(best?.item)
    }),
    { numRuns: 60 },
  )
})
