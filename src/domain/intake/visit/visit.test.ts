import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitReport, visitRows } from './visit-report.ts'
import type { Visit } from './visit.ts'
import { mergeVisits, nextTurn, sameVisit, withFamily } from './visit.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const empty: Visit = {
  v: 1,
  id: ID,
  negeri: '81.01.12.2004',
  day: '2026-06-09',
  place: 'Baileo Haria',
  team: ['Yohana'],
  families: [],
  closedAt: null,
  rev: 0,
}
const line = (n: number, more: Partial<Visit['families'][number]> = {}): Visit['families'][number] => ({
  id: idOf(n),
  turn: n,
  name: `Keluarga ${n}`,
  state: 'waiting',
  cases: [],
  missing: '',
  servedBy: '',
  cameAt: 1,
  rev: 1,
  ...more,
})

const anyLine = fc.record({
  n: fc.integer({ min: 1, max: 6 }),
  rev: fc.integer({ min: 0, max: 4 }),
  name: fc.constantFrom('A', 'B', 'C'),
})
const anyVisit = fc
  .record({ rev: fc.integer({ min: 0, max: 3 }), lines: fc.array(anyLine, { maxLength: 6 }) })
  .map(({ rev, lines }): Visit => ({
    ...empty,
    rev,
    place: `tempat ${rev}`,
    families: [...new Map(lines.map(({ n, ...more }) => [n, line(n, more)])).values()].toSorted(
      (a, b) => a.turn - b.turn,
    ),
  }))

test('two copies become one day, whichever came first and however often', () => {
  fc.assert(
    fc.property(anyVisit, anyVisit, anyVisit, (a, b, c) => {
      expect(mergeVisits(a, b)).toEqual(mergeVisits(b, a))
      expect(mergeVisits(a, a)).toEqual(a)
      expect(mergeVisits(mergeVisits(a, b), b)).toEqual(mergeVisits(a, b))
      expect(mergeVisits(mergeVisits(a, b), c)).toEqual(mergeVisits(a, mergeVisits(b, c)))
    }),
  )
})

test('the same day is the same in whatever order its fields are kept', () => {
  const visit = { ...empty, families: [line(1)] }
  const turned = JSON.parse(JSON.stringify(visit), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as Visit
  expect(Object.keys(turned)).not.toEqual(Object.keys(visit))
  expect(sameVisit(turned, visit)).toBe(true)
  expect(sameVisit(turned, withFamily(visit, { ...line(1), missing: 'KK' }))).toBe(false)
})

test('a change of a line makes it the newer one, and turns count on', () => {
  const begun = withFamily(empty, line(nextTurn(empty)))
  const served = withFamily(begun, { ...line(1), state: 'serving' })
  expect(mergeVisits(begun, served).families[0]?.state).toBe('serving')
  expect(nextTurn(served)).toBe(2)
})

test('the report counts lines of the list', () => {
  const begun = (n: number) => ({ caseId: idOf(n), service: 'KK' as const, kind: 'KK_LOST' })
  const visit: Visit = {
    ...empty,
    families: [
      line(1, { state: 'done', cases: [begun(11), begun(12)], servedBy: 'Mina' }),
      line(2, { state: 'done', cases: [begun(13)], missing: 'Buku nikah', servedBy: 'Mina' }),
      line(3),
      line(4, { state: 'left' }),
    ],
  }
  const standing = (id: string) => (id === idOf(13) ? undefined : { submitted: true, number: 'KK-26-00001' })
  const report = visitReport(visit, standing)
  expect(report).toMatchObject({ families: 4, served: 2, left: 1 })
  expect(report.kinds).toEqual([{ service: 'KK', kind: 'KK_LOST', begun: 3, submitted: 2 }])
  expect(report.unfinished.map((one) => one.turn)).toEqual([2, 3])
  expect(report.people).toEqual([{ name: 'Mina', families: 2, cases: 3 }])
  const head = {
    turn: 'No.',
    name: 'Keluarga',
    state: 'Keadaan',
    service: 'Layanan',
    number: 'Nomor',
    missing: 'Kurang',
    servedBy: 'Petugas',
  }
  const rows = visitRows(visit, standing, head, { state: (state) => state, kind: (one) => one.kind })
  expect(rows).toHaveLength(1 + 5)
})
