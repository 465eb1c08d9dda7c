import { expect, it } from 'vitest'
import { fromWitInput, toWitInput } from './wit-input.ts'

it('reads and writes WIT on any device', () => {
  const at = Date.parse('2026-06-08T22:30:00Z')
  expect(toWitInput(at)).toBe('2026-06-09T07:30')
  expect(fromWitInput('2026-06-09T07:30')).toBe(at)
})

it('knows a field that is not whole or no moment at all', () => {
  for (const text of ['', '2026-06-09', '2026-02-30T10:00', '2026-06-09T25:00'])
    expect(fromWitInput(text)).toBeUndefined()
})
