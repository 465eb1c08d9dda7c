import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpaused } from '#domain/sla/testing/unpaused.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { STAGES } from '#domain/case/stage.ts'
import { QueueIndex, searchFor } from './queue-index.ts'
import type { QueueItem } from './queue-item.ts'
import { itemOf } from './queue-item.ts'

function item(n: number, stage: number, version: number): QueueItem {
  const row: QueueRow = {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    version,
    seq: version,
    service: 'AKTA_KELAHIRAN',
    kind: 'x',
    negeri: '81.01.12.2001',
    stage: STAGES[stage % STAGES.length] ?? 'DRAFT',
    number: `AL-26-0${n}`,
    applicant: n % 2 ? 'Yohanis Tuapeti' : 'Ónya Béa',
    ownerId: 'o',
    submitted: true,
    holder: null,
    stageAt: 1_780_000_000_000 + n * 60_000,
    submittedAt: n,
    changedAt: n,
    changedBy: 'x',
    birthLate: false,
    flags: 0,
    returnCount: 0,
    escalation: 0,
    clock: unpaused({ stageAt: 1_780_000_000_000 + n * 60_000, submittedAt: n }),
  }
  return itemOf(row)
}

const views = [
  (i: QueueItem) => i.open,
  (i: QueueItem) => i.row.stage === 'FORWARDED',
  (i: QueueItem) => i.row.number !== null && i.row.stage === 'VALIDATION',
]

test('kept change by change, it is the same as counted afresh', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(30)), { maxLength: 60 }), (changes) => {
      const where = (i: QueueItem) => i.open && i.row.stage !== 'DRAFT'
      const kept = new QueueIndex()
      kept.ask(views, where)
      const latest = new Map<string, QueueItem>()
      changes.forEach(([n, stage], version) => {
        const after = item(n, stage, version + 1)
        kept.apply([{ before: latest.get(after.row.id), after }])
        latest.set(after.row.id, after)
      })
      const fresh = new QueueIndex()
      fresh.ask(views, where)
      fresh.fill(latest.values())
      const order = { key: (i: QueueItem) => i.urgency, descending: false }
      expect(kept.counts).toEqual(fresh.counts)
      expect(kept.sorted(order)).toEqual(fresh.sorted(order))
      expect(kept.sorted(order).length).toBe([...latest.values()].filter(where).length)
    }),
  )
})

test('every word is looked for, without accents and in any order', () => {
  expect(searchFor('tuap YOH')?.(item(1, 4, 1))).toBe(true)
  expect(searchFor('onya bea')?.(item(2, 4, 1))).toBe(true)
  expect(searchFor('26-02')?.(item(2, 4, 1))).toBe(true)
  expect(searchFor('tuap bea')?.(item(1, 4, 1))).toBe(false)
  expect(searchFor('  ')).toBeUndefined()
  expect(searchFor('selamon', () => 'selamon')?.(item(1, 4, 1))).toBe(true)
})

test('the list of time left: what runs by its due moment, then paused, held, issued', () => {
  const index = new QueueIndex()
  index.ask([], () => true)
  const stages = ['ISSUED', 'ON_HOLD', 'RETURNED_NEGERI', 'FORWARDED', 'VERIFICATION'] as const
  index.fill(stages.map((stage, n) => item(n, STAGES.indexOf(stage), 1)))
  const shown = index
    .sorted({ key: (i) => i.urgency, descending: false })
    .map((id) => index.item(id)?.row.stage)
  expect(shown).toEqual(['FORWARDED', 'VERIFICATION', 'RETURNED_NEGERI', 'ON_HOLD', 'ISSUED'])
})

test('texts come in the order of their letters, whatever letters they are', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ÿ', 'Ā', 'ā', ' ', '漢', "'"), maxLength: 9 })
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 30 }), (names) => {
      const index = new QueueIndex()
      index.ask([], () => true)
      const items = names.map((name, n) => ({ ...item(n, 0, 1), search: name }))
      index.fill(items)
      const sorted = index.sorted({ key: (one) => one.search, descending: false })
      expect(sorted.map((id) => index.item(id)?.search)).toEqual([...names].toSorted())
    }),
  )
})

test('a question that is the same is not asked again, and one that is new is', () => {
  let asked = 0
  const where = () => (asked += 1) > 0
  const index = new QueueIndex()
  index.ask(views, where)
  const items = [item(1, 0, 1), item(2, 1, 1)]
  index.fill(items.values())
  expect(asked).toBe(2)
  index.ask(views, where)
  expect(asked).toBe(2)
  index.ask(views, (one) => one.row.stage === 'FORWARDED')
  expect([...index.matching.values()].every((one) => one.row.stage === 'FORWARDED')).toBe(true)
})
