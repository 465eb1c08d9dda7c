import { expect, test } from 'vitest'
import { csvOf, safeCell } from './safe-cell.ts'

test.each(['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＠x', '\u0000=1'])(
  '%j is shown and not run',
  (words) => {
    expect(safeCell(words).replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('names, numbers and separators come out as they are', () => {
  expect(safeCell('Ama Latu')).toBe('Ama Latu')
  expect(safeCell(-3)).toBe('-3')
  expect(safeCell(Number.NaN)).toBe('')
  expect(safeCell('satu; "dua"')).toBe('"satu; ""dua"""')
  expect(
    csvOf([
      ['No', 'Nama'],
      [1, '=x'],
    ]),
  ).toBe("\ufeffNo;Nama\r\n1;'=x\r\n")
})
