import type { GreyImage } from './grey-image.ts'

/** The photo in blocks: how bright each is, how much it changes from pixel to pixel, and how much ink it holds. */
export type Survey = {
  /** Pixels of one block, each way. */
  readonly block: number
  readonly columns: number
  readonly rows: number
  readonly mean: Uint8Array
  /** Mean step from a pixel to its right and lower neighbour, × 4. */
  readonly activity: Uint8Array
  /** The paper as it would be without writing: the brightest near each block, brought back to its edges. */
  readonly paper: Uint8Array
}

const ACROSS = 480
const REACH = 5

/** One look at every pixel; all that follows works on blocks and a few cut-outs. */
export function surveyOf(image: GreyImage): Survey {
  const { width, height, pixels } = image
  const block = Math.max(1, Math.round(Math.max(width, height) / ACROSS))
  const columns = Math.floor(width / block)
  const rows = Math.floor(height / block)
  const mean = new Uint8Array(columns * rows)
  const activity = new Uint8Array(columns * rows)
  const sums = new Uint32Array(columns)
  const steps = new Uint32Array(columns)
  // Every second line is enough to tell how bright and how restless a block is.
  const looked = block * Math.ceil(block / 2)
  for (let row = 0; row < rows; row++) {
    sums.fill(0)
    steps.fill(0)
    for (let dy = 0; dy < block; dy += 2) {
      const y = row * block + dy
      let at = y * width
      const below = y + 1 < height ? width : 0
      let here = pixels[at] ?? 0
      for (let column = 0; column < columns; column++) {
        let sum = 0
        let step = 0
        for (let dx = 0; dx < block; dx++) {
          const right = at + 1 < pixels.length ? (pixels[at + 1] ?? 0) : here
          const under = pixels[at + below] ?? 0
          sum += here
          step += (right > here ? right - here : here - right) + (under > here ? under - here : here - under)
          here = right
          at++
        }
        sums[column] = (sums[column] ?? 0) + sum
        steps[column] = (steps[column] ?? 0) + step
      }
    }
    for (let column = 0; column < columns; column++) {
      mean[row * columns + column] = (sums[column] ?? 0) / looked
      activity[row * columns + column] = Math.min(255, (2 * (steps[column] ?? 0)) / looked)
    }
  }
  const widened = spread(mean, columns, rows, REACH, true)
  return { block, columns, rows, mean, activity, paper: spread(widened, columns, rows, REACH, false) }
}

/** The greatest (or smallest) value within `reach`, along rows and then along columns. */
export function spread(
  values: Uint8Array,
  columns: number,
  rows: number,
  reach: number,
  greatest: boolean,
): Uint8Array {
  const along = new Uint8Array(values.length)
  for (let row = 0; row < rows; row++) spreadLine(values, along, row * columns, 1, columns, reach, greatest)
  const both = new Uint8Array(values.length)
  for (let column = 0; column < columns; column++)
    spreadLine(along, both, column, columns, rows, reach, greatest)
  return both
}

/** Windows twice as wide each time: a wide one costs little more than a narrow one. */
function spreadLine(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  count: number,
  reach: number,
  greatest: boolean,
): void {
  const window = 2 * reach + 1
  const line = new Uint8Array(count + 2 * reach)
  const edge = greatest ? 0 : 255
  line.fill(edge, 0, reach)
  line.fill(edge, count + reach)
  for (let at = 0; at < count; at++) line[at + reach] = from[start + at * step] ?? 0
  for (let wide = 1; wide < window;) {
    const shift = Math.min(wide, window - wide)
    for (let at = 0; at + shift < line.length; at++) {
      const other = line[at + shift] ?? 0
      if (greatest ? other > (line[at] ?? 0) : other < (line[at] ?? 0)) line[at] = other
    }
    wide += shift
  }
  for (let at = 0; at < count; at++) to[start + at * step] = line[at] ?? 0
}
