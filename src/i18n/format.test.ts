import { expect, test } from 'vitest'
import {
  bytesInWords,
  exactInWit,
  longDate,
  relativeTime,
  shortAge,
  timeInWit,
  workingTime,
} from './format.ts'

const at = Date.UTC(2026, 5, 9, 2, 30, 7) // Tuesday 9 June 2026, 11.30.07 WIT

test('times are said in WIT with a dot', () => {
  expect(timeInWit(at)).toBe('11.30 WIT')
  expect(timeInWit(at, true)).toBe('11.30.07 WIT')
  expect(exactInWit(at, 'id')).toBe('Selasa, 9 Juni 2026, 11.30 WIT')
  expect(exactInWit(at, 'en')).toBe('Tuesday, 9 June 2026, 11.30 WIT'.replace('Tuesday,', 'Tuesday,'))
  expect(longDate('2026-06-09', 'id')).toBe('9 Juni 2026')
})

test('age is one unit, working time two', () => {
  expect([
    shortAge(42 * 60_000, 'id'),
    shortAge(5 * 3_600_000, 'id'),
    shortAge(6 * 86_400_000, 'id'),
  ]).toEqual(['42 m', '5 j', '6 h'])
  expect([
    workingTime(48, 'id', 450),
    workingTime(160, 'id', 450),
    workingTime(450 * 3 + 120, 'id', 450),
  ]).toEqual(['48 m', '2 j 40 m', '3 h 2 j'])
  expect([workingTime(450, 'en', 450), workingTime(240, 'id', 450)]).toEqual(['1 d', '4 j'])
})

test('near moments are said as a person says them, by the calendar of WIT', () => {
  expect(relativeTime(at, at + 30_000, 'id')).toBe('baru saja')
  expect(relativeTime(at, at + 5 * 60_000, 'id')).toBe('5 menit yang lalu')
  expect(relativeTime(at, at + 20 * 3_600_000, 'id')).toBe('kemarin')
  expect(relativeTime(at, at + 72 * 3_600_000, 'id')).toBe('9 Juni')
})

test('sizes are in KB and MB', () => {
  expect(bytesInWords(412_000, 'id')).toBe('412 KB')
  expect(bytesInWords(1_840_000, 'id')).toBe('1,8 MB')
})
