import { inQuad } from './quad.ts'
import type { FoundPage } from './find-page.ts'
import type { Survey } from './survey.ts'

/** Where the survey sees writing, and which cut-outs are worth a closer look. */
export type Tiles = {
  /** 1 for each block of the page that holds ink. */
  readonly ink: Uint8Array
  /** 1 for each block that belongs to the page. */
  readonly page: Uint8Array
  /** Top left corners in pixels: writing, spread over the page. */
  readonly written: readonly { readonly x: number; readonly y: number; readonly ink: number }[]
  /** Top left corners in pixels of bare paper, for the grain of the camera. */
  readonly bare: readonly { readonly x: number; readonly y: number }[]
}

export const TILE = 160
export const BARE = 32
const CELLS = 5
const MOST_BARE = 10
const LEAST_INK = 0.05

export function pickTiles(survey: Survey, found: FoundPage | undefined): Tiles {
  const { columns, rows, mean, paper, block } = survey
  const page = new Uint8Array(columns * rows)
  const ink = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      if (found && !inQuad(found.corners, column + 0.5, row + 0.5)) continue
      page[at] = 1
      const sheet = paper[at] ?? 0
      if (sheet - (mean[at] ?? 0) > 2.5 + 0.055 * sheet) ink[at] = 1
    }
  }
  const sums = sumsOf(ink, columns, rows)
  const written = bestOfCells(columns, rows, Math.max(1, Math.round(TILE / block)), (column, row, side) =>
    inkIn(sums, columns, column, row, side),
  ).map(({ column, row, worth }) => ({ x: column * block, y: row * block, ink: worth }))
  return { ink, page, written, bare: barest(survey, page, ink) }
}

/** Running sums, so that the ink of any square is four look-ups. */
function sumsOf(ink: Uint8Array, columns: number, rows: number): Uint32Array {
  const sums = new Uint32Array((columns + 1) * (rows + 1))
  for (let row = 0; row < rows; row++) {
    let line = 0
    for (let column = 0; column < columns; column++) {
      line += ink[row * columns + column] ?? 0
      sums[(row + 1) * (columns + 1) + column + 1] = (sums[row * (columns + 1) + column + 1] ?? 0) + line
    }
  }
  return sums
}

function inkIn(sums: Uint32Array, columns: number, column: number, row: number, side: number): number {
  const at = (c: number, r: number) => sums[r * (columns + 1) + c] ?? 0
  const count =
    at(column + side, row + side) - at(column, row + side) - at(column + side, row) + at(column, row)
  // Half ink is a picture or the table, not writing.
  const part = count / (side * side)
  return part < LEAST_INK || part > 0.75 ? 0 : Math.min(part, 0.4)
}

type Place = { readonly column: number; readonly row: number }

/** The best tile of each of 5 × 5 fields of the photo. */
function bestOfCells(
  columns: number,
  rows: number,
  side: number,
  worth: (column: number, row: number, side: number) => number,
): readonly (Place & { readonly worth: number })[] {
  const best = new Map<number, Place & { readonly worth: number }>()
  const step = Math.max(1, Math.floor(side / 2))
  for (let row = 0; row + side <= rows; row += step) {
    for (let column = 0; column + side <= columns; column += step) {
      const value = worth(column, row, side)
      const cell =
        Math.floor(((row + side / 2) / rows) * CELLS) * CELLS +
        Math.floor(((column + side / 2) / columns) * CELLS)
      if (value > (best.get(cell)?.worth ?? 0)) best.set(cell, { column, row, worth: value })
    }
  }
  return [...best.values()]
}

/** The evenest places of the page without any ink. */
function barest(survey: Survey, page: Uint8Array, ink: Uint8Array): Tiles['bare'] {
  const { columns, rows, activity, mean, block } = survey
  const side = Math.max(1, Math.round(BARE / block))
  const found: { readonly x: number; readonly y: number; readonly activity: number }[] = []
  for (let row = 0; row + side <= rows; row += side) {
    for (let column = 0; column + side <= columns; column += side) {
      let sum = 0
      let good = true
      for (let dy = 0; dy < side && good; dy++) {
        for (let dx = 0; dx < side; dx++) {
          const at = (row + dy) * columns + column + dx
          const level = mean[at] ?? 0
          if (page[at] === 0 || ink[at] === 1 || level > 246) good = false
          sum += activity[at] ?? 0
        }
      }
      if (good) found.push({ x: column * block, y: row * block, activity: sum })
    }
  }
  const sorted = found.toSorted((a, b) => a.activity - b.activity)
  const from = Math.floor(sorted.length * 0.35)
  return sorted.slice(from, from + MOST_BARE)
}
