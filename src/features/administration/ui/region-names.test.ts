import { expect, test } from 'vitest'
import { areasInWords, regionGroups } from './region-names.ts'

const regions = [
  ['81.01', 'Kabupaten Maluku Tengah', 'kabupaten'],
  ['81.01.12', 'Saparua', 'kecamatan'],
  ['81.01.01', 'Amahai', 'kecamatan'],
  ['81.01.12.2012', 'Saparua', 'negeri_desa'],
  ['81.01.12.2001', 'Booi', 'negeri_desa'],
] as const

test('places stand under their kecamatan, both by name', () => {
  const groups = regionGroups(regions)
  expect(groups.map((group) => group.kecamatan.name)).toEqual(['Amahai', 'Saparua'])
  expect(groups[1]?.negeri.map((one) => one.name)).toEqual(['Booi', 'Saparua'])
  expect(groups[0]?.negeri).toEqual([])
})

test('many areas are two and a number; an unknown one keeps its code', () => {
  expect(areasInWords(regions, ['81.01.12'])).toBe('Saparua')
  expect(areasInWords(regions, ['81.01.12', '81.01.01', '81.01.12.2001', '99.99'])).toBe(
    'Saparua, Amahai, +2',
  )
  expect(areasInWords(regions, ['99.99'])).toBe('99.99')
})
