import { describe, expect, it } from 'vitest'
import { checkPhone, normalisePhone } from './phone.ts'

describe('a mobile number', () => {
  it.each([
    ['0812 3456 7890', '081234567890', []],
    ['+62 812-3456-7890', '081234567890', []],
    ['6281234567', '081234567', []],
    ['081234567', '081234567', []],
    ['08123456', '08123456', ['PHONE_LENGTH']],
    ['0812345678901', '0812345678901', []],
    ['08123456789012', '08123456789012', ['PHONE_LENGTH']],
    ['0911 351234', '0911351234', ['PHONE_START']],
    ['6221345678', '6221345678', ['PHONE_START']],
    ['08l2345678', '08l2345678', ['PHONE_LENGTH']],
  ])('%s is kept as %s', (input, kept, faults) => {
    expect(normalisePhone(input)).toBe(kept)
    expect(checkPhone(input).map((remark) => remark.code)).toEqual(faults)
  })
})
