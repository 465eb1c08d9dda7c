import { assert, constantFrom, date as anyDate, integer, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNik, looksLikeNik, maskNikInText } from './nik.ts'
import { PROVINCE_CODES } from './province.ts'
import { maskDigits, normaliseDigits } from './sixteen-digits.ts'

const codes = (...given: Parameters<typeof checkNik>) =>
  checkNik(...given).map((remark) => `${remark.level} ${remark.code}`)

describe('the structure of a NIK', () => {
  it.each([
    ['a man of Banda', '8101091203880007', []],
    ['a woman of the same place and day: +40', '8101095203880008', []],
    ['blanks, dots and hyphens are taken away', ' 8101.0912-0388 0007 ', []],
    ['15 digits', '810109120388000', ['error NIK_LENGTH']],
    ['17 digits', '81010912038800077', ['error NIK_LENGTH']],
    ['nothing', '', ['error NIK_LENGTH']],
    ['a letter O for a zero', '81O1091203880007', ['error NIK_NON_DIGIT']],
    ['digits of another script', '٨١٠١٠٩١٢٠٣٨٨٠٠٠٧', ['error NIK_NON_DIGIT']],
    ['province 99', '9901091203880007', ['error NIK_PROVINCE_UNKNOWN']],
    ['province 00', '0001091203880007', ['error NIK_PROVINCE_UNKNOWN']],
    ['kabupaten 00', '8100091203880007', ['error NIK_REGION_ZERO']],
    ['kecamatan 00', '8101001203880007', ['error NIK_REGION_ZERO']],
    ['day 00', '8101090003880007', ['error NIK_DAY_RANGE']],
    ['day 32', '8101093203880007', ['error NIK_DAY_RANGE']],
    ['day 40: neither man nor woman', '8101094003880007', ['error NIK_DAY_RANGE']],
    ['day 41: a woman of the first', '8101094103880007', []],
    ['day 71: a woman of the 31st', '8101097103880007', []],
    ['day 72', '8101097203880007', ['error NIK_DAY_RANGE']],
    ['month 00', '8101091200880007', ['error NIK_MONTH_RANGE']],
    ['month 13', '8101091213880007', ['error NIK_MONTH_RANGE']],
    ['31 April', '8101093104880007', ['error NIK_DATE_IMPOSSIBLE']],
    ['a woman of 31 April', '8101097104880007', ['error NIK_DATE_IMPOSSIBLE']],
    ['29 February 88 exists', '8101092902880007', []],
    ['29 February 00 exists, in 2000', '8101092902000007', []],
    ['29 February 87 does not', '8101092902870007', ['error NIK_DATE_IMPOSSIBLE']],
    ['a woman of 29 February 88', '8101096902880007', []],
    ['30 February never', '8101093002880007', ['error NIK_DATE_IMPOSSIBLE']],
    ['serial 0000', '8101091203880000', ['error NIK_SERIAL_ZERO']],
    ['serial 0001', '8101091203880001', []],
    ['sixteen times the same digit', '1111111111111111', ['warning NIK_SUSPECT_PATTERN']],
    [
      'several faults at once',
      '8100093213880000',
      ['error NIK_REGION_ZERO', 'error NIK_DAY_RANGE', 'error NIK_SERIAL_ZERO'],
    ],
  ])('%s', (_name, input, expected) => {
    expect(codes(input)).toEqual(expected)
  })

  it('says how many digits are there, in words', () => {
    expect(checkNik('810109120388000')[0]?.text).toEqual({
      id: 'NIK harus 16 angka. Baru 15.',
      en: 'NIK must have 16 digits. Only 15.',
    })
    expect(checkNik('81010912038800077')[0]?.text.id).toBe('NIK harus 16 angka. Ada 17.')
  })

  it('has 38 provinces to compare with', () => {
    expect(PROVINCE_CODES.size).toBe(38)
  })
})

describe('the region in a NIK', () => {
  const known = {
    home: '81.01',
    regencies: new Set(['81.01', '81.71']),
    districts: new Set(['81.01.09', '81.01.12']),
  }

  it.each([
    ['known here', '8101091203880007', []],
    ['an old kecamatan', '8101031203880007', ['warning NIK_DISTRICT_UNKNOWN']],
    ['another kabupaten of the list', '8171011203880007', ['warning NIK_OUTSIDE_REGENCY']],
    [
      'a kabupaten that no longer exists',
      '8199011203880007',
      ['warning NIK_REGENCY_UNKNOWN', 'warning NIK_OUTSIDE_REGENCY'],
    ],
  ])('%s is never an error', (_name, input, expected) => {
    expect(codes(input, known)).toEqual(expected)
  })
})

describe('a NIK beside the declared data', () => {
  it.each([
    ['the same day, man', { birthDate: '1988-03-12', sex: '1' as const }, '8101091203880007', []],
    ['the same day, woman', { birthDate: '1988-03-12', sex: '2' as const }, '8101095203880007', []],
    ['another century: the NIK does not know it', { birthDate: '2088-03-12' }, '8101091203880007', []],
    ['another day', { birthDate: '1988-03-13' }, '8101091203880007', ['warning NIK_DOB_MISMATCH']],
    ['another sex', { sex: '2' as const }, '8101091203880007', ['warning NIK_SEX_MISMATCH']],
    [
      'both',
      { birthDate: '1990-01-01', sex: '1' as const },
      '8101095203880007',
      ['warning NIK_DOB_MISMATCH', 'warning NIK_SEX_MISMATCH'],
    ],
    [
      'not compared while the NIK itself is wrong',
      { birthDate: '1990-01-01' },
      '8101093213880007',
      ['error NIK_DAY_RANGE'],
    ],
  ])('%s', (_name, declared, input, expected) => {
    expect(codes(input, {}, declared)).toEqual(expected)
  })

  it('accepts every NIK made from a real day, and tells it from any other day', () => {
    const day = anyDate({
      min: new Date('1930-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    }).map((one) => one.toISOString().slice(0, 10))
    assert(
      property(
        day,
        constantFrom('1' as const, '2' as const),
        integer({ min: 1, max: 9999 }),
        (born, sex, serial) => {
          const dd = String(Number(born.slice(8)) + (sex === '2' ? 40 : 0)).padStart(2, '0')
          const nik = `810112${dd}${born.slice(5, 7)}${born.slice(2, 4)}${String(serial).padStart(4, '0')}`
          expect(checkNik(nik, {}, { birthDate: born, sex })).toEqual([])
          expect(codes(nik, {}, { sex: sex === '1' ? '2' : '1' })).toEqual(['warning NIK_SEX_MISMATCH'])
        },
      ),
    )
  })

  it('never fails on any text', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => Array.isArray(checkNik(text))))
  })
})

describe('hiding a NIK', () => {
  it('keeps the first and last four digits', () => {
    expect(maskDigits('8101091203880003')).toBe('8101••••••••0003')
    expect(maskDigits('8101 0912 0388 0003')).toBe('8101••••••••0003')
  })

  it('hides a number of another length altogether', () => {
    expect(maskDigits('810109')).toBe('••••••')
    expect(maskDigits('81010912038800031')).toBe('•'.repeat(16))
  })

  it.each([
    ['NIK ibu 8101091203880003 benar', true],
    ['8101-0912-0388-0003', true],
    ['HP 081234567890', false],
    ['nomor 12/SKK/2026', false],
    ['', false],
  ])('finds sixteen digits in "%s": %s', (text, expected) => {
    expect(looksLikeNik(text)).toBe(expected)
  })

  it('leaves no sixteen digits in any text, whatever stands around them', () => {
    const digits = tuple(
      integer({ min: 10_000_000, max: 99_999_999 }),
      integer({ min: 10_000_000, max: 99_999_999 }),
    ).map((two) => two.join(''))
    assert(
      property(
        string(),
        digits,
        string(),
        constantFrom('', ' ', '.', '-', ' - '),
        (before, number, after, gap) => {
          const masked = maskNikInText(`${before}${number.slice(0, 6)}${gap}${number.slice(6)}${after}`)
          expect(looksLikeNik(masked)).toBe(false)
          expect(normaliseDigits(masked)).not.toMatch(/\d{16}/)
        },
      ),
    )
  })
})
