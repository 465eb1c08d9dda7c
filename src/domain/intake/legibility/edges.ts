import type { FoundPage } from './find-page.ts'
import type { Tiles } from './pick-tiles.ts'
import type { Point } from './quad.ts'
import type { Survey } from './survey.ts'

const STRIP = 2
/** Darker than this part of the paper is no writing but the table beside it. */
const SOLID = 0.5
/** Height over width of what is photographed: card, sheet on its side, A4, F4. */
const SHAPES = [54 / 85.6, 210 / 297, 297 / 210, 330 / 210]

/** Blocks with ink at each edge of the photo over which the paper goes. */
export function inkAtEdges(survey: Survey, { ink }: Tiles, found: FoundPage | undefined): number {
  const { columns, rows, paper, mean } = survey
  const leaves = found?.leaves ?? [true, true, true, true]
  const [top, right, bottom, left] = leaves
  let most = 0
  const count = (along: number, index: (at: number, deep: number) => number) => {
    let touched = 0
    for (let at = STRIP; at < along - STRIP; at++) {
      let any = 0
      for (let deep = 0; deep < STRIP; deep++) {
        const block = index(at, deep)
        const sheet = paper[block] ?? 0
        if (ink[block] === 1 && sheet - (mean[block] ?? 0) < SOLID * sheet) any = 1
      }
      touched += any
    }
    most = Math.max(most, touched)
  }
  if (top) count(columns, (at, deep) => deep * columns + at)
  if (bottom) count(columns, (at, deep) => (rows - 1 - deep) * columns + at)
  if (left) count(rows, (at, deep) => at * columns + deep)
  if (right) count(rows, (at, deep) => at * columns + columns - 1 - deep)
  return most
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
