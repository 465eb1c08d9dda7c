import { expect, test } from 'vitest'
import { titleCase } from './title-case.ts'

test('a name in capitals is not shouted, any other stays', () => {
  expect(titleCase('KABUPATEN MALUKU TENGAH')).toBe('Kabupaten Maluku Tengah')
  expect(titleCase('Saparua Tiouw')).toBe('Saparua Tiouw')
  expect(titleCase('')).toBe('')
})
