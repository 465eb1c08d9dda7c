import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/shared/local-date.ts'
import { birthTiming, birthTimingWords } from './birth-timing.ts'

describe('the timing of a birth', () => {
  it.each([
    ['on the day itself', '2026-11-24', '2026-11-24', 'ON_TIME'],
    ['day 60', '2026-09-25', '2026-11-24', 'ON_TIME'],
    ['day 61', '2026-09-24', '2026-11-24', 'LATE'],
    ['day 60 over a 29 February', '2028-01-01', '2028-03-01', 'ON_TIME'],
    ['day 61 over a 29 February', '2028-01-01', '2028-03-02', 'LATE'],
    ['day 60 over new year', '2026-12-01', '2027-01-30', 'ON_TIME'],
    ['forty years', '1986-11-24', '2026-11-24', 'LATE'],
  ])('%s', (_name, born, reported, timing) => {
    expect(birthTiming(born, reported)).toBe(timing)
  })

  it('turns at one day for any day of birth', () => {
    assert(
      property(integer({ min: -10_000, max: 20_000 }), (shift) => {
        const born = addDays('1990-06-15', shift)
        expect([birthTiming(born, addDays(born, 60)), birthTiming(born, addDays(born, 61))]).toEqual([
          'ON_TIME',
          'LATE',
        ])
      }),
    )
  })

  it('is said in words', () => {
    expect(birthTimingWords('2026-10-14', '2026-11-24').id).toBe(
      'Hari ke-41, tepat waktu. Batasnya 60 hari. Tidak perlu persetujuan Kepala Dinas.',
    )
    expect(birthTimingWords('2026-09-24', '2026-11-24').id).toContain('Hari ke-61, terlambat.')
  })
})
