import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { unpaused } from '#domain/sla/testing/unpaused.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { STAGES } from '#domain/case/stage.ts'
import { itemOf } from '#client/replica/queue-item.ts'
import type { QueueQuery } from './queue-query.ts'
import { addressOf, isFiltered, MARKS, queryFrom, SORTS, VIEWS } from './queue-query.ts'
import { whereOf } from './queue-question.ts'

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const query = fc.record({
  view: fc.constantFrom(...VIEWS),
  sort: fc.constantFrom(...SORTS),
  descending: fc.boolean(),
  search: fc.string({ maxLength: 12 }),
  stages: some(STAGES),
  kecamatan: some(['81.01.12', '81.01.09']),
  negeri: some(['81.01.12.2001']),
  kinds: some(['KK_NEW', 'BIRTH']),
  holders: some(['saya', 'kosong', 'a1']),
  marks: some(MARKS),
  visits: some(['0190a2b4-0000-4000-8000-000000000009']),
  open: fc.option(fc.constantFrom('AL-26-04117')),
}) as fc.Arbitrary<QueueQuery>

test('a list and its address are the same thing', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(queryFrom(new URLSearchParams(addressOf(asked, 'perlu-tindakan')), 'perlu-tindakan')).toEqual(
        asked,
      )
    }),
  )
})

test('an address that says nonsense still opens a list', () => {
  const asked = queryFrom(
    new URLSearchParams('?tampilan=x&urut=-y&tahap=NOPE,VERIFICATION&tanda=rentan,z'),
    'semua',
  )
  expect([asked.view, asked.sort, asked.stages, asked.marks]).toEqual([
    'semua',
    'sisa',
    ['VERIFICATION'],
    ['rentan'],
  ])
  expect(addressOf(queryFrom(new URLSearchParams(), 'semua'), 'semua')).toBe('')
})

const me: Actor = { id: 'me', name: 'Ona', role: 'OPERATOR', areas: ['81.01'], services: [] }
const names = { place: () => 'Sélamon', kind: (kind: string) => kind }
const row: QueueRow = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 1,
  seq: 1,
  service: 'KK',
  kind: 'KK_NEW',
  negeri: '81.01.12.2001',
  stage: 'FORWARDED',
  number: 'KK-26-1',
  applicant: 'Marwa Lesi',
  ownerId: 'x',
  submitted: true,
  holder: null,
  stageAt: 1_780_000_000_000,
  submittedAt: 0,
  changedAt: 0,
  changedBy: '',
  birthLate: false,
  flags: 2,
  returnCount: 0,
  escalation: 0,
  clock: unpaused({ stageAt: 1_780_000_000_000, submittedAt: 0 }),
}
const base = { ...queryFrom(new URLSearchParams(), 'semua') }

test.each<[string, Partial<QueueQuery>, boolean]>([
  ['nothing asked', {}, true],
  ['its stage', { stages: ['FORWARDED', 'VALIDATION'] }, true],
  ['another stage', { stages: ['VALIDATION'] }, false],
  ['its kecamatan', { kecamatan: ['81.01.12'] }, true],
  ['another kecamatan', { kecamatan: ['81.01.09'] }, false],
  ['nobody holds it', { holders: ['kosong'] }, true],
  ['I hold it', { holders: ['saya'] }, false],
  ['any of its marks', { marks: ['mendesak', 'rentan'] }, true],
  ['none of its marks', { marks: ['mendesak'] }, false],
  ['a word of its place', { search: 'selam' }, true],
  ['a finished one', { view: 'selesai' }, false],
])('%s', (_, over, found) => {
  expect(whereOf({ ...base, ...over }, me, 1_780_000_000_000, names)(itemOf(row))).toBe(found)
  expect(isFiltered({ ...base, ...over })).toBe(Object.keys(over).length > 0 && over.view === undefined)
})
