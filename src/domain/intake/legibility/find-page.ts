import type { Point, Quad } from './quad.ts'
import { hullOf, inQuad, largestQuad, quadArea, refined } from './quad.ts'
import type { Survey } from './survey.ts'

export type FoundPage = {
  /** Corners in blocks of the survey: top left, top right, bottom right, bottom left. */
  readonly corners: Quad
  /** Common part of what was found and its four corners, 0 to 1. */
  readonly fit: number
  /** Sides over which the paper leaves the photo: top, right, bottom, left. */
  readonly leaves: readonly [boolean, boolean, boolean, boolean]
}

const LEAST_PART = 0.07
const LEAST_FIT = 0.88

/** The sheet or card in the photo: one bright (or dark) field with four straight sides. Undefined when none stands out. */
export function findPage(survey: Survey): FoundPage | undefined {
  const { columns, rows, paper } = survey
  const threshold = otsu(paper)
  if (threshold === undefined) return undefined
  const bright = pageOf(
    paper.map((level) => (level > threshold ? 1 : 0)),
    columns,
    rows,
  )
  if (bright !== undefined && bright.fit >= LEAST_FIT) return bright
  const dark = pageOf(
    paper.map((level) => (level > threshold ? 0 : 1)),
    columns,
    rows,
  )
  // A dark field is a page only when it lies whole inside: the table around a sheet is dark as well.
  return dark !== undefined && dark.fit >= LEAST_FIT && !dark.leaves.includes(true) ? dark : undefined
}

function pageOf(mask: Uint8Array, columns: number, rows: number): FoundPage | undefined {
  const field = largestField(mask, columns)
  if (field.size < LEAST_PART * columns * rows) return undefined
  const edge = edgeOf(field.label, field.marks, columns, rows)
  const rough = largestQuad(hullOf(edge))
  if (rough === undefined) return undefined
  const corners = refined(rough, edge)
  const inside = countInside(field, corners, columns, rows)
  const area = quadArea(corners)
  return {
    corners,
    fit: inside.field / (field.size + inside.all - inside.field || 1),
    leaves: sidesLeaving(edge, columns, rows, Math.sqrt(area)),
  }
}

/** Where two groups of brightness part best; undefined when there is only one. */
function otsu(levels: Uint8Array): number | undefined {
  const counts = new Uint32Array(256)
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1
  let sum = 0
  let squares = 0
  for (let level = 0; level < 256; level++) {
    sum += level * (counts[level] ?? 0)
    squares += level * level * (counts[level] ?? 0)
  }
  const all = levels.length
  const whole = squares / all - (sum / all) ** 2
  let below = 0
  let belowSum = 0
  let best = 0
  let at = 0
  for (let level = 0; level < 255; level++) {
    below += counts[level] ?? 0
    belowSum += level * (counts[level] ?? 0)
    if (below === 0 || below === all) continue
    const apart = belowSum / below - (sum - belowSum) / (all - below)
    const between = (below / all) * (1 - below / all) * apart * apart
    if (between > best) {
      best = between
      at = level
    }
  }
  return whole > 20 && best / whole > 0.5 ? at : undefined
}

type Field = { readonly label: number; readonly size: number; readonly marks: Int32Array }

function largestField(mask: Uint8Array, columns: number): Field {
  const marks = new Int32Array(mask.length)
  const stack = new Int32Array(mask.length)
  let best = { label: 0, size: 0 }
  let label = 0
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || marks[start] !== 0) continue
    label++
    let size = 0
    marks[start] = label
    stack[0] = start
    for (let left = 1; left > 0;) {
      const at = stack[--left] ?? 0
      size++
      const column = at % columns
      for (let side = 0; side < 4; side++) {
        if (side === 0 && column === 0) continue
        if (side === 1 && column === columns - 1) continue
        const next = side === 0 ? at - 1 : side === 1 ? at + 1 : side === 2 ? at - columns : at + columns
        if (mask[next] !== 1 || marks[next] !== 0) continue
        marks[next] = label
        stack[left++] = next
      }
    }
    if (size > best.size) best = { label, size }
  }
  return { ...best, marks }
}

/** First and last block of the field in each row and each column. */
function edgeOf(label: number, marks: Int32Array, columns: number, rows: number): readonly Point[] {
  const edge: Point[] = []
  const scan = (
    lines: number,
    length: number,
    index: (line: number, at: number) => number,
    flip: boolean,
  ) => {
    for (let line = 0; line < lines; line++) {
      let first = -1
      let last = -1
      for (let at = 0; at < length; at++) {
        if (marks[index(line, at)] !== label) continue
        if (first < 0) first = at
        last = at
      }
      if (first < 0) continue
      edge.push(flip ? { x: line + 0.5, y: first } : { x: first, y: line + 0.5 })
      edge.push(flip ? { x: line + 0.5, y: last + 1 } : { x: last + 1, y: line + 0.5 })
    }
  }
  scan(rows, columns, (row, column) => row * columns + column, false)
  scan(columns, rows, (column, row) => row * columns + column, true)
  return edge
}

function countInside(
  field: Field,
  corners: Quad,
  columns: number,
  rows: number,
): { readonly all: number; readonly field: number } {
  let all = 0
  let own = 0
  for (let row = 0; row < rows; row += 2) {
    for (let column = 0; column < columns; column += 2) {
      if (!inQuad(corners, column + 0.5, row + 0.5)) continue
      all++
      if (field.marks[row * columns + column] === field.label) own++
    }
  }
  return { all: all * 4, field: own * 4 }
}

function sidesLeaving(
  edge: readonly Point[],
  columns: number,
  rows: number,
  across: number,
): FoundPage['leaves'] {
  const least = across * 0.12
  const over = (test: (point: Point) => boolean) => edge.filter(test).length >= least
  return [
    over((point) => point.y < 1),
    over((point) => point.x > columns - 1),
    over((point) => point.y > rows - 1),
    over((point) => point.x < 1),
  ]
}
