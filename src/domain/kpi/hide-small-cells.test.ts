import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmallCells } from './hide-small-cells.ts'

const counts = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) => {
    const cell = fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
      { weight: 3, arbitrary: fc.integer({ min: 5, max: 90 }) },
    )
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    })
  })

const totalsOf = (table: readonly (readonly number[])[]) => {
  const rows = table.map((row) => [...row, row.reduce((a, b) => a + b, 0)])
  return [...rows, (rows[0] ?? []).map((_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0))]
}

/** What a reader with a pencil finds: every unknown that the sums of rows and columns determine. By elimination. */
function workedOut(shown: readonly (readonly (number | undefined)[])[]): Set<string> {
  const unknowns = shown.flatMap((row, r) =>
    row.flatMap((value, c) => (value === undefined ? [`${r},${c}`] : [])),
  )
  const column = new Map(unknowns.map((name, n) => [name, n]))
  const width = shown[0]?.length ?? 0
  const equation = (places: readonly (readonly [number, number])[]) => {
    const row = unknowns.map(() => 0)
    places.forEach(([r, c], n) => {
      const at = column.get(`${r},${c}`)
      if (at !== undefined) row[at] = n === places.length - 1 ? -1 : 1
    })
    return row
  }
  const system = [
    ...shown.map((line, r) => equation(line.map((_, c) => [r, c]))),
    ...Array.from({ length: width }, (_, c) => equation(shown.map((_line, r) => [r, c]))),
  ]
  let rank = 0
  for (let c = 0; c < unknowns.length; c += 1) {
    const pivot = system.findIndex((row, n) => n >= rank && Math.abs(row[c] ?? 0) > 1e-9)
    if (pivot < 0) continue
    ;[system[rank], system[pivot]] = [system[pivot] ?? [], system[rank] ?? []]
    const lead = system[rank] ?? []
    const by = lead[c] ?? 1
    system[rank] = lead.map((value) => value / by)
    system.forEach((row, n) => {
      const factor = row[c] ?? 0
      if (n !== rank && Math.abs(factor) > 1e-9)
        system[n] = row.map((value, k) => value - factor * (system[rank]?.[k] ?? 0))
    })
    rank += 1
  }
  const found = system.filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1)
  return new Set(found.map((row) => unknowns[row.findIndex((value) => Math.abs(value) > 1e-9)] ?? ''))
}

test('no group of one to four is shown, and none can be worked out', () => {
  fc.assert(
    fc.property(counts, (table) => {
      const shown = hideSmallCells(table)
      const truth = totalsOf(table)
      const found = workedOut(shown)
      truth.forEach((row, r) =>
        row.forEach((value, c) => {
          if (value > 0 && value < 5) {
            expect(shown[r]?.[c]).toBeUndefined()
            expect(found.has(`${r},${c}`)).toBe(false)
          }
          if (shown[r]?.[c] !== undefined) expect(shown[r]?.[c]).toBe(value)
        }),
      )
    }),
    { numRuns: 1000 },
  )
})

test('a table without small groups is shown whole', () => {
  expect(
    hideSmallCells([
      [10, 0],
      [7, 5],
    ]),
  ).toEqual([
    [10, 0, 10],
    [7, 5, 12],
    [17, 5, 22],
  ])
})

test('beside a small cell a second one in its row and its column is hidden', () => {
  const shown = hideSmallCells([
    [3, 20, 30],
    [15, 25, 40],
    [50, 60, 70],
  ])
  const gaps = shown.flat().filter((value) => value === undefined).length
  expect(shown[0]?.[0]).toBeUndefined()
  expect(gaps).toBe(4)
  expect(shown.at(-1)?.at(-1)).toBe(313)
})
