import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber, toDayNumber } from '#domain/shared/local-date.ts'
import { addWorkingMinutes, isWorkingDay, workingMinutesBetween } from './working-hours.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)

test.each([
  ['Friday 13 March 14.30 + 4 h is Monday 09.30', '2026-03-13T14:30', 240, '2026-03-16T09:30'],
  ['Friday 15.59 + 2 h is Monday', '2026-06-12T15:59', 120, '2026-06-15T08:59'],
  ['over noon', '2026-06-09T11:30', 60, '2026-06-09T13:30'],
  ['Saturday counts from Monday, over Idul Adha', '2026-05-23T10:00', 1350, '2026-05-29T16:30'],
  ['closing time is still that day', '2026-06-09T07:30', 450, '2026-06-09T16:00'],
  ['Nyepi and Idul Fitri stand in between', '2026-03-17T15:00', 120, '2026-03-25T08:30'],
])('%s', (_, from, minutes, due) => {
  expect(addWorkingMinutes(wit(from), minutes)).toBe(wit(due))
})

test('2026 has 240 working days, 18 of them in February and 16 in May', () => {
  const days = Array.from({ length: 365 }, (_, index) =>
    fromDayNumber(toDayNumber('2026-01-01') + index),
  ).filter(isWorkingDay)
  expect(days.length).toBe(240)
  expect(days.filter((day) => day.startsWith('2026-02')).length).toBe(18)
  expect(days.filter((day) => day.startsWith('2026-05')).length).toBe(16)
})

/** The slow oracle: is the office open in this minute? */
function openAt(at: number): boolean {
  const local = new Date(at + 9 * 3_600_000)
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  if (!isWorkingDay(local.toISOString().slice(0, 10))) return false
  const friday = local.getUTCDay() === 5
  return friday
    ? (minute >= 450 && minute < 690) || (minute >= 780 && minute < 990)
    : (minute >= 450 && minute < 720) || (minute >= 780 && minute < 960)
}

const minuteOf2026 = fc
  .integer({ min: 0, max: 360 * 1440 })
  .map((minute) => wit('2026-01-02T00:00') + minute * 60_000)

test('counts like someone who looks at every minute', () => {
  fc.assert(
    fc.property(minuteOf2026, fc.integer({ min: 0, max: 6 * 1440 }), (from, span) => {
      let open = 0
      for (let at = from; at < from + span * 60_000; at += 60_000) if (openAt(at)) open += 1
      expect(workingMinutesBetween(from, from + span * 60_000)).toBe(open)
    }),
    { numRuns: 60 },
  )
})

test('what was added can be counted again', () => {
  fc.assert(
    fc.property(minuteOf2026, fc.integer({ min: 1, max: 3000 }), (from, minutes) => {
      const due = addWorkingMinutes(from, minutes)
      expect(workingMinutesBetween(from, due)).toBeCloseTo(minutes, 6)
      expect(openAt(due - 60_000)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
