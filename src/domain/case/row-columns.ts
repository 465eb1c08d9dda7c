import type { RowTuple } from './row-codec.ts'

type Cell = RowTuple[number]
/** One column of many rows: numbers as steps from the one before (1), anything else as it is (0). */
export type RowColumn = readonly [steps: 0 | 1, cells: readonly Cell[]]

/** Many rows column by column, as they compress best: alike stands beside alike, and times are small steps. */
export function toColumns(rows: readonly RowTuple[]): readonly RowColumn[] {
  const [first = []] = rows
  return first.map((_, at) => {
    const cells = rows.map((row) => row[at] ?? null)
    return cells.every(isWhole) ? [1, cells.map((cell, n) => cell - (cells[n - 1] ?? 0))] : [0, cells]
  })
}

/** The rows again. What does not fit together gives rows that no reader takes. */
export function fromColumns(columns: readonly RowColumn[]): readonly RowTuple[] {
  const plain = columns.map(([steps, cells]) => (steps === 1 ? sums(cells) : cells))
  const [first = []] = plain
  return first.map((_, row) => plain.map((cells) => cells[row] ?? null))
}

function isWhole(cell: Cell): cell is number {
  return Number.isSafeInteger(cell)
}

function sums(steps: readonly Cell[]): readonly number[] {
  let sum = 0
  return steps.map((step) => (sum += Number(step)))
}
