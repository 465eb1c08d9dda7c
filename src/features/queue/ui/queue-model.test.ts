import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpaused } from '#domain/sla/testing/unpaused.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { itemOf } from '#client/replica/queue-item.ts'
import { QueueModel } from './queue-model.ts'

function item(n: number, version: number, over: Partial<QueueRow> = {}): QueueItem {
  return itemOf({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    version,
    seq: version,
    service: 'KK',
    kind: 'x',
    negeri: '81.01.12.2001',
    stage: 'FORWARDED',
    number: `KK-26-${n}`,
    applicant: `Orang ${n}`,
    ownerId: 'o',
    submitted: true,
    holder: null,
    stageAt: 1_780_000_000_000 + n * 60_000,
    submittedAt: n,
    changedAt: n,
    changedBy: 'Yopi',
    birthLate: false,
    flags: 0,
    returnCount: 0,
    escalation: 0,
    clock: unpaused({ stageAt: over.stageAt ?? 1_780_000_000_000 + n * 60_000, submittedAt: n }),
    ...over,
  })
}
const question = {
  views: [(i: QueueItem) => i.open],
  where: (i: QueueItem) => i.row.stage === 'FORWARDED',
  order: { key: (i: QueueItem) => i.urgency, descending: false },
}
const change = (after: QueueItem) => ({ before: undefined, after })

function modelOf(count: number): QueueModel {
  const model = new QueueModel()
  model.ask(question, false)
  model.fill(
    Array.from({ length: count }, (_, n) => item(n, 1)),
    true,
  )
  return model
}

test('while someone reads nothing moves: new rows wait, left rows stay, the count is the rows counted', () => {
  const model = modelOf(5)
  model.reading = () => true
  const before = [...model.list.order]
  model.changed(
    [
      change(item(9, 1)),
      change(item(1, 2, { stage: 'VERIFICATION' })),
      change(item(2, 2, { applicant: 'Baru' })),
    ],
    0,
  )
  expect(model.list.order).toEqual(before)
  expect([model.list.waiting.size, model.list.gone.size]).toEqual([1, 1])
  expect(model.index.matching.size).toBe(
    model.list.order.length - model.list.gone.size + model.list.waiting.size,
  )
  model.refresh()
  expect(model.list.order.length).toBe(model.index.matching.size)
  expect(model.list.waiting.size + model.list.gone.size).toBe(0)
})

test('while nobody reads, and into an empty list, the rows come by themselves', () => {
  const model = modelOf(2)
  model.changed([change(item(9, 1))], 0)
  expect(model.list.order.length).toBe(3)
  const empty = modelOf(0)
  empty.reading = () => true
  empty.changed([change(item(9, 1))], 0)
  expect(empty.list.order.length).toBe(1)
})

test('rows shown − gone + waiting = rows that match, after any news', () => {
  const news = fc.array(
    fc.record({
      n: fc.nat(12),
      stage: fc.constantFrom('FORWARDED' as const, 'VERIFICATION' as const, 'CLOSED' as const),
      read: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(news, (all) => {
      const model = modelOf(6)
      all.forEach(({ n, stage, read }, at) => {
        model.reading = () => read
        model.changed([change(item(n, at + 2, { stage }))], at)
        expect(model.list.order.length - model.list.gone.size + model.list.waiting.size).toBe(
          model.index.matching.size,
        )
        if (!read) expect(model.list.order).toEqual(model.index.sorted(question.order))
      })
    }),
  )
})

test('a shown row says for eight seconds what changed; a new one and an unseen one do not', () => {
  const model = modelOf(3)
  model.reading = () => true
  model.changed([change(item(1, 2, { stage: 'VERIFICATION' })), change(item(8, 1))], 1_000)
  expect([...model.flashes.values()].map(({ before, after }) => [before.row.stage, after.row.stage])).toEqual(
    [['FORWARDED', 'VERIFICATION']],
  )
  expect(model.fade(8_999)).toBe(true)
  expect(model.fade(9_000)).toBe(false)
})

test('what was missed while away is shown, but not as just done', () => {
  const model = modelOf(3)
  model.reading = () => true
  model.changed([change(item(1, 2, { applicant: 'Baru' }))], 0, () => false)
  expect(model.flashes.size).toBe(0)
  expect(model.index.item(item(1, 2).row.id)?.row.applicant).toBe('Baru')
})
