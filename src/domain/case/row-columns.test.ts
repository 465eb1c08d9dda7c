import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowTuple } from './row-codec.ts'
import { fromColumns, toColumns } from './row-columns.ts'

const cell = fc.oneof(fc.integer(), fc.constantFrom(null, 'A', ''), fc.tuple(fc.string(), fc.integer()))

test('rows come back from their columns as they were', () => {
  const rows = fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })))
  fc.assert(
    fc.property(rows, (some) => {
      expect(fromColumns(toColumns(some as RowTuple[]))).toEqual(some)
    }),
  )
})

test('times of rows that changed one after the other are small steps', () => {
  expect(
    toColumns([
      ['a', 1000],
      ['b', 1005],
      ['c', 1004],
    ]),
  ).toEqual([
    [0, ['a', 'b', 'c']],
    [1, [1000, 5, -1]],
  ])
})
