import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNoKk } from './no-kk.ts'

const today = '2026-11-24'
const codes = (input: string) => checkNoKk(input, today).map((remark) => `${remark.level} ${remark.code}`)

describe('the structure of a No. KK', () => {
  it.each([
    ['recorded on 17 May 2011', '8101091705110012', []],
    ['recorded today', '8101092411260012', []],
    ['recorded tomorrow', '8101092511260012', ['error KK_DATE_FUTURE']],
    ['recorded in a later year', '8101090101300012', ['error KK_DATE_FUTURE']],
    ['an old card of 1998', '8101090101980012', []],
    ['no +40 here', '8101095705110012', ['error KK_DAY_RANGE']],
    ['day 31', '8101093105110012', []],
    ['day 32', '8101093205110012', ['error KK_DAY_RANGE']],
    ['month 13', '8101091713110012', ['error KK_MONTH_RANGE']],
    ['29 February 2012', '8101092902120012', []],
    ['29 February 2011', '8101092902110012', ['error KK_DATE_IMPOSSIBLE']],
    ['serial 0000', '8101091705110000', ['error KK_SERIAL_ZERO']],
    ['15 digits', '810109170511001', ['error KK_LENGTH']],
    ['a letter', '8101O91705110012', ['error KK_NON_DIGIT']],
    ['no such province', '9901091705110012', ['error KK_PROVINCE_UNKNOWN']],
    ['kecamatan 00', '8101001705110012', ['error KK_REGION_ZERO']],
    ['sixteen times the same digit', '1111111111111111', ['warning KK_SUSPECT_PATTERN']],
  ])('%s', (_name, input, expected) => {
    expect(codes(input)).toEqual(expected)
  })

  it('speaks of No. KK', () => {
    expect(checkNoKk('8101', today)[0]?.text.id).toBe('No. KK harus 16 angka. Baru 4.')
  })

  it('never fails on any text', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => Array.isArray(checkNoKk(text, today))))
  })
})
