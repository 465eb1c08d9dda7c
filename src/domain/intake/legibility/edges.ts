import type { FoundPage } from './find-page.ts'
import type { Tiles } from './pick-tiles.ts'
import type { Point } from './quad.ts'
import type { Survey } from './survey.ts'

const STRIP = 2
/** Darker than this part of the paper is no writing but the table beside it. */
const SOLID = 0.5
/** Blocks of bare paper between writing and the end of the paper. */
const MARGIN = 3
/** Height over width of what is photographed: card, sheet on its side, A4, F4. */
const SHAPES = [54 / 85.6, 210 / 297, 297 / 210, 330 / 210]

/**
 * Blocks with writing at an edge of the photo over which the paper goes, at the worst edge. Darkness that runs on to
 * the end of the paper is no writing, for writing keeps a margin: it is the table, seen past a slanting side.
 */
export function inkAtEdges(survey: Survey, tiles: Tiles, found: FoundPage | undefined): number {
  const { columns, rows } = survey
  const [top, right, bottom, left] = found?.leaves ?? [true, true, true, true]
  const edges = [
    top && countAlong(survey, tiles, columns, (at, deep) => deep * columns + at),
    bottom && countAlong(survey, tiles, columns, (at, deep) => (rows - 1 - deep) * columns + at),
    left && countAlong(survey, tiles, rows, (at, deep) => at * columns + deep),
    right && countAlong(survey, tiles, rows, (at, deep) => at * columns + columns - 1 - deep),
  ]
  return Math.max(...edges.map(Number))
}

function countAlong(
  { paper, mean }: Survey,
  { ink, page }: Tiles,
  along: number,
  index: (at: number, deep: number) => number,
): number {
  const isPage = (at: number) => at >= 0 && at < along && page[index(at, 0)] === 1
  const isInk = (at: number) => {
    for (let deep = 0; deep < STRIP; deep++) {
      const block = index(at, deep)
      const sheet = paper[block] ?? 0
      if (ink[block] === 1 && sheet - (mean[block] ?? 0) < SOLID * sheet) return true
    }
    return false
  }
  let count = 0
  for (let at = 0; at < along; at++) {
    if (!isInk(at)) continue
    const from = at
    while (at + 1 < along && (isInk(at + 1) || isInk(at + 2))) at++
    let inside = true
    for (let near = 1; near <= MARGIN && inside; near++) inside = isPage(from - near) && isPage(at + near)
    if (inside) count += at - from + 1
  }
  return count
}

/** Which part of the paper's length is missing, judged by the shapes that papers have; 0 when it is whole. */
export function missingPart(found: FoundPage | undefined): number {
  if (found === undefined) return 0
  const [top, right, bottom, left] = found.leaves
  const upDown = top || bottom
  const sideways = left || right
  if (upDown === sideways) return 0 // whole, or so close that no side tells its length
  const [a, b, c, d] = found.corners
  const width = (far(a, b) + far(d, c)) / 2
  const height = (far(a, d) + far(b, c)) / 2
  if (width === 0 || height === 0) return 0
  // What is cut can only have been longer.
  const seen = upDown ? height / width : width / height
  const known = upDown ? SHAPES : SHAPES.map((shape) => 1 / shape)
  const whole = Math.min(...known.filter((shape) => shape >= seen * 0.96))
  return Number.isFinite(whole) ? Math.max(0, 1 - seen / whole) : 0
}

const far = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)
