import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { HOUSE_CHOICES, choicesFrom } from './choices.ts'
import type { Quiet } from './quiet-hours.ts'
import { mailDueAt, nextAtMinute, nextLoud } from './quiet-hours.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const office = createClockwork({ ...HOUSE_RULES, version: 1, openings: [], outages: [] }).calendarOf('81.01')
const OFFICE: Quiet = { kind: 'office' }
const NIGHT: Quiet = { kind: 'own', from: 21 * 60, to: 6 * 60 }

test('office hours: evening, weekend and holiday wait for the next opening', () => {
  expect(nextLoud(OFFICE, office, wit('2026-06-09T10:00'))).toBe(wit('2026-06-09T10:00'))
  expect(nextLoud(OFFICE, office, wit('2026-06-09T23:40'))).toBe(wit('2026-06-10T07:30'))
  expect(nextLoud(OFFICE, office, wit('2026-06-10T00:20'))).toBe(wit('2026-06-10T07:30'))
  expect(nextLoud(OFFICE, office, wit('2026-06-12T18:00'))).toBe(wit('2026-06-15T07:30')) // over the weekend
  expect(nextLoud(OFFICE, office, wit('2026-12-23T17:00'))).toBe(wit('2026-12-28T07:30')) // cuti bersama, Natal
})

test("hours of one's own go past midnight", () => {
  expect(nextLoud(NIGHT, office, wit('2026-06-09T20:59'))).toBe(wit('2026-06-09T20:59'))
  expect(nextLoud(NIGHT, office, wit('2026-06-09T21:00'))).toBe(wit('2026-06-10T06:00'))
  expect(nextLoud(NIGHT, office, wit('2026-06-10T03:00'))).toBe(wit('2026-06-10T06:00'))
  expect(nextLoud({ kind: 'own', from: 720, to: 780 }, office, wit('2026-06-09T12:30'))).toBe(
    wit('2026-06-09T13:00'),
  )
  expect(nextLoud({ kind: 'own', from: 600, to: 600 }, office, wit('2026-06-09T10:00'))).toBe(
    wit('2026-06-09T10:00'),
  )
})

test("the day's mail comes at its hour, on a day on which there is one", () => {
  const at = (quiet: Quiet, mailAt: number | null, now: string) =>
    mailDueAt({ quiet, mailAt }, office, wit(now))
  expect(at(OFFICE, 8 * 60, '2026-06-09T10:00')).toBe(wit('2026-06-10T08:00'))
  expect(at(OFFICE, 8 * 60, '2026-06-12T10:00')).toBe(wit('2026-06-15T07:30'))
  expect(at({ kind: 'none' }, 8 * 60, '2026-06-12T10:00')).toBe(wit('2026-06-13T08:00'))
  expect(at(OFFICE, null, '2026-06-09T15:59')).toBe(wit('2026-06-10T07:30'))
})

const instant = fc.integer({ min: wit('2026-01-01T00:00'), max: wit('2027-12-31T00:00') })
const minute = fc.integer({ min: 0, max: 1439 })
const quiet = fc.oneof(
  fc.constant(OFFICE),
  fc.constant<Quiet>({ kind: 'none' }),
  fc.record({ kind: fc.constant('own' as const), from: minute, to: minute }),
)

test('what is sent is never sent while it is quiet, never early, and never a second later than needed', () => {
  fc.assert(
    fc.property(quiet, instant, (when, at) => {
      const loud = nextLoud(when, office, at)
      expect(loud).toBeGreaterThanOrEqual(at)
      expect(nextLoud(when, office, loud)).toBe(loud)
      if (loud > at) expect(nextLoud(when, office, loud - 1)).toBe(loud)
      if (when.kind === 'own') expect(loud - at).toBeLessThanOrEqual(DAY_MS)
    }),
  )
  fc.assert(
    fc.property(minute, instant, (mailAt, now) => {
      const at = nextAtMinute(mailAt, now)
      expect(at - now).toBeGreaterThanOrEqual(0)
      expect(at - now).toBeLessThan(DAY_MS)
      expect((at + 9 * HOUR_MS) % DAY_MS).toBe(mailAt * MINUTE_MS)
    }),
  )
})

test('what was stored before there was a topic is read as the house tells it', () => {
  const { watch: _later, ...ways } = HOUSE_CHOICES.ways
  expect(choicesFrom({ ...HOUSE_CHOICES, ways })).toEqual(HOUSE_CHOICES)
  expect(choicesFrom('nonsense')).toEqual(HOUSE_CHOICES)
})
