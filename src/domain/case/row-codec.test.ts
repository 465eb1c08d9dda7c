import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QueueRow } from './queue-row.ts'
import { FLAG } from './queue-row.ts'
import { decodeRow, encodeRow } from './row-codec.ts'
import { learn } from './learn.ts'
import { rowOf } from './row-of.ts'
import { STAGES } from './stage.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'

const time = fc.integer({ min: 0, max: 2_000_000_000_000 })
const anyRow: fc.Arbitrary<QueueRow> = fc.record({
  id: fc.uuid(),
  version: fc.nat(),
  seq: fc.nat(),
  service: fc.constantFrom('KK', 'AKTA_KELAHIRAN', 'SKPWNI' as const),
  kind: fc.string({ maxLength: 30 }),
  negeri: fc.constantFrom('81.01.12.2001', '81.01.01.2010'),
  stage: fc.constantFrom(...STAGES),
  number: fc.option(fc.string({ maxLength: 12 })),
  applicant: fc.string({ maxLength: 60 }),
  ownerId: fc.oneof(fc.uuid(), fc.string({ maxLength: 20 })),
  submitted: fc.boolean(),
  holder: fc.option(
    fc.record({
      id: fc.oneof(fc.uuid(), fc.string({ maxLength: 22 })),
      name: fc.string({ maxLength: 60 }),
      role: fc.constantFrom('OPERATOR', 'SYSTEM', 'HEAD' as const),
      until: time,
    }),
  ),
  stageAt: time,
  submittedAt: fc.option(time),
  changedAt: fc.constant(2_000_000_000_001),
  changedBy: fc.string({ maxLength: 60 }),
  clock: fc.option(
    fc.record({
      policy: fc.integer({ min: 1, max: 40 }),
      roundAt: time,
      stageFrom: time,
      stageUsed: fc.nat(),
      promiseFrom: time,
      promiseUsed: fc.nat(),
      lawPaused: fc.option(fc.nat(60)),
    }),
  ),
  birthLate: fc.boolean(),
  flags: fc.nat(63),
  returnCount: fc.nat(9),
  escalation: fc.nat(7),
})

test('a row comes back from its tuple as it was', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      expect(decodeRow(JSON.parse(JSON.stringify(encodeRow(row))))).toEqual(row)
    }),
    { numRuns: 200 },
  )
})

/** Anything, and more often what looks like a number of a row and is none. */
const junkInARow = fc.oneof(
  { weight: 3, arbitrary: fc.anything() },
  { weight: 1, arbitrary: fc.constantFrom(-0, 2 ** 53 - 1, 1 - 2 ** 53, 2 ** 51, 1.5, NaN) },
  { weight: 1, arbitrary: fc.maxSafeInteger() },
)

test('anything else is not a row, and nothing throws', () => {
  fc.assert(
    fc.property(anyRow, fc.nat(25), junkInARow, (good, at, junk) => {
      const tuple = [...encodeRow(good)] as unknown[]
      tuple[at] = junk
      const read = decodeRow(tuple)
      if (read !== undefined) expect(encodeRow(read)).toEqual(tuple)
      expect(decodeRow(junk)).toBeUndefined()
      expect(decodeRow([...encodeRow(good), 1])).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})

test('a usual row is small', () => {
  const id = '0190a2b4-1234-4000-8000-000000000001'
  const row = rowOf(new Scenario().inVerification().case, 41_117)
  const real = { ...row, ownerId: id, holder: row.holder && { ...row.holder, id } }
  expect(JSON.stringify(encodeRow({ ...real, holder: null })).length).toBeLessThanOrEqual(200)
  expect(JSON.stringify(encodeRow(real)).length).toBeLessThanOrEqual(260)
})

test('a row shows what the list needs and no number of a person', () => {
  const scenario = new Scenario('BIRTH_REGULAR', { birthDate: '2026-01-02' }).inVerification()
  const row = rowOf(scenario.case, 9)
  expect(row).toMatchObject({
    seq: 9,
    stage: 'VERIFICATION',
    applicant: 'Yohanis Tuapeti',
    birthLate: true,
    submitted: true,
    holder: { id: 'yopi' },
  })
  expect(JSON.stringify(row)).not.toMatch(/8101\d{12}/)
  scenario.do(WHO.yopi, {
    type: 'returnToNegeri',
    faults: [{ code: 'DOC_MISSING', instruction: 'Kurang KTP-el' }],
  })
  expect(rowOf(scenario.case, 10).flags & FLAG.repaired).toBe(0)
  scenario.do(WHO.ona, { type: 'repair', answers: [{ fault: 0, answer: 'Sudah' }] })
  expect(rowOf(scenario.case, 11).flags & FLAG.repaired).toBe(FLAG.repaired)
})

test('news is learnt once, at a higher version, in whatever order it comes', () => {
  const scenario = new Scenario()
  const rows: QueueRow[] = []
  scenario.inValidation()
  for (let version = 1; version <= scenario.case.version; version += 1)
    rows.push({ ...rowOf(scenario.case, version), version })
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 }), (news) => {
      const known = new Map<string, QueueRow>()
      for (const row of news) learn(known, row)
      expect(known.get(scenario.case.id)?.version).toBe(scenario.case.version)
    }),
    { numRuns: 20 },
  )
})

test('a finished case stays known, so that late news cannot revive it', () => {
  const known = new Map<string, QueueRow>()
  const scenario = new Scenario().submitted()
  const old = rowOf(scenario.case, 5)
  const cancelled = scenario.do(WHO.hanafi, { type: 'cancel', reason: 'Pemohon menarik', statement: 'Surat' })
  expect(learn(known, rowOf(cancelled.case, 6))).toBe(true)
  expect(learn(known, old)).toBe(false)
  expect(known.get(old.id)?.stage).toBe('CANCELLED')
})
