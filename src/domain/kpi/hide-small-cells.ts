/** Counts by two things at once, without totals: `counts[row][column]`. */
export type Counts = readonly (readonly number[])[]

/** The same with a total behind each row and below each column; `undefined` is hidden. */
export type ShownCounts = readonly (readonly (number | undefined)[])[]

const LEAST_SHOWN = 5

/**
 * A table of counts that shows no group of 1 to 4 people: not by itself, and not by subtraction from a total. For each
 * small cell three others are hidden that make a rectangle with it, the cheapest there is, until none can be worked out
 * from what is left. Nought is shown.
 */
export function hideSmallCells(counts: Counts): ShownCounts {
  const values = withTotals(counts)
  const hidden = values.map((row) => row.map(isSmall))
  for (let more = nextToHide(values, hidden); more.length > 0; more = nextToHide(values, hidden)) {
    for (const [r, c] of more) {
      const row = hidden[r]
      if (row) row[c] = true
    }
  }
  return values.map((row, r) => row.map((value, c) => (hidden[r]?.[c] ? undefined : value)))
}

type Place = readonly [row: number, column: number]
type Values = readonly (readonly number[])[]
type Hidden = readonly (readonly boolean[])[]

const isSmall = (value: number): boolean => value > 0 && value < LEAST_SHOWN

function withTotals(counts: Counts): Values {
  const rows = counts.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)])
  const width = rows[0]?.length ?? 1
  const totals = Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  return [...rows, totals]
}

/** Which to hide next: real cells before totals, people before noughts, few before many. */
function rank(values: Values, [r, c]: Place): number {
  const value = values[r]?.[c] ?? 0
  const isTotal = r === values.length - 1 || c === (values[0]?.length ?? 0) - 1
  return (isTotal ? 1e12 : 0) + (value === 0 ? 1e9 : value)
}

function nextToHide(values: Values, hidden: Hidden): readonly Place[] {
  for (const [r, row] of values.entries()) {
    for (const [c, value] of row.entries()) {
      if (isSmall(value) && isBridge([r, c], hidden)) return cheapestRectangle([r, c], values, hidden)
    }
  }
  return smallGroup(values, hidden)
}

/** The other three corners of the rectangle on this cell that costs the reader least. */
function cheapestRectangle([r, c]: Place, values: Values, hidden: Hidden): readonly Place[] {
  let best: readonly Place[] = []
  let least = Number.POSITIVE_INFINITY
  values.forEach((row, r2) =>
    row.forEach((_, c2) => {
      if (r2 === r || c2 === c) return
      const corners: readonly Place[] = [
        [r, c2],
        [r2, c],
        [r2, c2],
      ]
      const fresh = corners.filter(([y, x]) => !hidden[y]?.[x])
      const cost = fresh.reduce((sum, place) => sum + rank(values, place), 0)
      if (cost < least) [least, best] = [cost, fresh]
    }),
  )
  return best
}

/** Cells of one line that are hidden together but make fewer than five, seen from its total: one more is hidden. */
function smallGroup(values: Values, hidden: Hidden): readonly Place[] {
  for (const line of linesOf(values)) {
    const total = line.at(-1)
    if (!total || hidden[total[0]]?.[total[1]]) continue
    const cells = line.slice(0, -1)
    const gaps = cells.filter(([r, c]) => hidden[r]?.[c])
    const group = gaps.reduce((sum, [r, c]) => sum + (values[r]?.[c] ?? 0), 0)
    if (!isSmall(group)) continue
    const shown = cells
      .filter(([r, c]) => !hidden[r]?.[c])
      .toSorted((a, b) => rank(values, a) - rank(values, b))
    return [shown[0] ?? total]
  }
  return []
}

function linesOf(values: Values): readonly (readonly Place[])[] {
  const width = values[0]?.length ?? 0
  const rows = values.map((row, r) => row.map((_, c) => [r, c] as const))
  const columns = Array.from({ length: width }, (_, c) => values.map((_row, r) => [r, c] as const))
  return [...rows, ...columns]
}

/**
 * Rows and columns are points, hidden cells the lines between them. A cell can be worked out exactly when it is the only
 * way between its row and its column.
 */
function isBridge([row, column]: Place, hidden: Hidden): boolean {
  const reached = new Set([`r${row}`])
  const open = [`r${row}`]
  for (let point = open.pop(); point !== undefined; point = open.pop()) {
    const at = Number(point.slice(1))
    const isRow = point.startsWith('r')
    const others = isRow
      ? (hidden[at] ?? []).map((gap, c) => (gap ? c : -1))
      : hidden.map((line, r) => (line[at] ? r : -1))
    for (const other of others) {
      const [r, c] = isRow ? [at, other] : [other, at]
      if (other < 0 || (r === row && c === column)) continue
      const next = `${isRow ? 'c' : 'r'}${other}`
      if (next === `c${column}`) return false
      if (!reached.has(next)) {
        reached.add(next)
        open.push(next)
      }
    }
  }
  return true
}
