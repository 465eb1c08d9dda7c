import type { Tiles } from './pick-tiles.ts'
import type { Survey } from './survey.ts'

const WHITE = 250
const EVEN = 3
const NEARLY_WHITE = 239
const CELL = 6
const NEAR = 2
/** Ink beside a glare is washed out; beside bright paper it is as dark as elsewhere. */
const WASHED = 0.72
const LEAST_INK = 3

type Cells = {
  readonly wide: number
  readonly high: number
  readonly inked: Uint8Array
  readonly burnt: Uint8Array
  /** How dark the ink is against its paper, summed over the cell. */
  readonly depth: Float32Array
}

/**
 * Part of the written field that is burnt white: no grain, no ink, and writing on at least three sides of it.
 * `sheet` is the level of the paper.
 */
export function glarePart(survey: Survey, tiles: Tiles, sheet: number): number {
  const cells = cellsOf(survey, tiles)
  const { wide, high, inked, burnt, depth } = cells
  const usual = sum(depth) / (sum(inked) || 1)
  let hidden = 0
  let written = 0
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const cell = y * wide + x
      if (!amidInk(cells, x, y)) continue
      written++
      if ((burnt[cell] ?? 0) <= 0.6 * CELL * CELL || (inked[cell] ?? 0) >= LEAST_INK) continue
      hidden++
    }
  }
  if (hidden === 0) return 0
  // A sheet that is itself nearly white is burnt between its lines as well, and nothing is hidden there.
  if (sheet >= NEARLY_WHITE && rimDepth(cells) > WASHED * usual) return 0
  return hidden / written
}

function cellsOf({ columns, rows, mean, activity, paper }: Survey, { ink, page }: Tiles): Cells {
  const wide = Math.floor(columns / CELL)
  const high = Math.floor(rows / CELL)
  const inked = new Uint8Array(wide * high)
  const burnt = new Uint8Array(wide * high)
  const depth = new Float32Array(wide * high)
  for (let row = 0; row < high * CELL; row++) {
    for (let column = 0; column < wide * CELL; column++) {
      const at = row * columns + column
      if (page[at] === 0) continue
      const cell = Math.floor(row / CELL) * wide + Math.floor(column / CELL)
      if (ink[at] === 1) {
        inked[cell] = (inked[cell] ?? 0) + 1
        depth[cell] = (depth[cell] ?? 0) + (paper[at] ?? 0) - (mean[at] ?? 0)
      } else if ((mean[at] ?? 0) >= WHITE && (activity[at] ?? 0) <= EVEN) burnt[cell] = (burnt[cell] ?? 0) + 1
    }
  }
  return { wide, high, inked, burnt, depth }
}

/** Mean depth of the ink within two cells of burnt ones; 0 when there is none left at all. */
function rimDepth({ wide, high, inked, burnt, depth }: Cells): number {
  let count = 0
  let deep = 0
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      if ((inked[y * wide + x] ?? 0) === 0) continue
      let near = false
      for (let cy = Math.max(0, y - NEAR); cy <= Math.min(high - 1, y + NEAR) && !near; cy++)
        for (let cx = Math.max(0, x - NEAR); cx <= Math.min(wide - 1, x + NEAR); cx++)
          if ((burnt[cy * wide + cx] ?? 0) > 0.6 * CELL * CELL) near = true
      if (!near) continue
      count += inked[y * wide + x] ?? 0
      deep += depth[y * wide + x] ?? 0
    }
  }
  return count === 0 ? 0 : deep / count
}

function amidInk({ inked, wide, high }: Cells, x: number, y: number): boolean {
  const any = (dx: number, dy: number) => {
    for (let cx = x + dx, cy = y + dy; cx >= 0 && cy >= 0 && cx < wide && cy < high; cx += dx, cy += dy)
      if ((inked[cy * wide + cx] ?? 0) >= LEAST_INK) return 1
    return 0
  }
  return any(-1, 0) + any(1, 0) + any(0, -1) + any(0, 1) >= 3
}

function sum(values: Uint8Array | Float32Array): number {
  let all = 0
  for (const value of values) all += value
  return all
}
