import { expect, it } from 'vitest'
import { lateFineWords, NOTHING_LOCAL, validUntil } from './local-values.ts'

it('what the Dinas has not set is not said', () => {
  expect(lateFineWords(NOTHING_LOCAL)).toBeUndefined()
  expect(validUntil('SKPWNI', '2026-11-24', NOTHING_LOCAL)).toBeUndefined()
})

it('a fine is said in rupiah, and that the document is free all the same', () => {
  expect(lateFineWords({ ...NOTHING_LOCAL, lateBirthFine: 10_000 })?.id).toBe(
    'Lapor terlambat: denda Rp10.000 menurut Perda. Dokumen tetap gratis.',
  )
  expect(lateFineWords({ ...NOTHING_LOCAL, lateBirthFine: 1_000_000 })?.en).toContain('Rp1.000.000')
})

it('only an SKPWNI runs out, from the day of its signature', () => {
  const local = { ...NOTHING_LOCAL, skpwniValidDays: 100 }
  expect(validUntil('SKPWNI', '2026-11-24', local)).toBe('2027-03-04')
  expect(validUntil('KK', '2026-11-24', local)).toBeUndefined()
})
