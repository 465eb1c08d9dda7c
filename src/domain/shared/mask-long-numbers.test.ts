import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskLongNumbers } from './mask-long-numbers.ts'

const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 })
  .map((all) => all.join(''))

describe('maskLongNumbers', () => {
  it('hides a NIK in a sentence and keeps its ends', () => {
    expect(maskLongNumbers('NIK ibu 8101124504900008 sudah benar')).toBe(
      'NIK ibu 8101••••••••0008 sudah benar',
    )
  })

  it('hides a NIK written in groups of four', () => {
    expect(maskLongNumbers('8101 1245 0490 0008')).toBe('8101••••••••0008')
  })

  it.each([
    '810112 450490 0008',
    '810112.450490.0008',
    '81.01.12.450490.0008',
    '81 01 12 45 04 90 0008',
    '810112-450490-0008',
    '81-01-12-450490-0008',
    '8101-1245-0490-0008',
  ])('hides a NIK written as people write it: %s', (written) => {
    expect(maskLongNumbers(`NIK: ${written}, benar`)).toBe('NIK: 8101••••••••0008, benar')
  })

  it('leaves no run of 16 digits in any value, however deep', () => {
    fc.assert(
      fc.property(digits, fc.string(), fc.string(), (number, before, after) => {
        const text = JSON.stringify(maskLongNumbers({ a: [{ b: `${before}${number}${after}` }], c: number }))
        expect(text).not.toMatch(/\d{16}/)
      }),
    )
  })

  it('leaves dates, times, telephone and case numbers alone', () => {
    const plain = {
      on: '2026-06-09 2026-06-10',
      phone: '081234567890',
      at: 1_781_000_000_000,
      number: 'AL-26-04117',
      code: '81.01.12.2001',
      id: '12345678-1234-4234-8234-123456789012',
      ids: ['a2345678-1234-4234-8234-123456789012', '12345612-1234-4234-8234-12345678901f'],
      area: '81.01.12.2001, 81.01.12.2012',
      times: '10.42 11.42 12.42 13.42 2026',
    }
    expect(maskLongNumbers(plain)).toEqual(plain)
  })
})
