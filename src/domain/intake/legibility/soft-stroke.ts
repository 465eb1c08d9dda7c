import type { GreyImage } from './grey-image.ts'

/**
 * Mean squares of how much neighbouring pixels bend, and step over two pixels: along rows, along columns and along
 * both diagonals. On bare paper this is the grain of the camera.
 */
export type Grain = { readonly bend: readonly number[]; readonly step: readonly number[] }

const WAYS = 4
/** The evenest places hold a little less grain than the rest: taking all of it away would make strokes look soft. */
const TAKEN_OUT = 0.8

export function grainOf({ width, height, pixels }: GreyImage): Grain {
  const bend = [0, 0, 0, 0]
  const step = [0, 0, 0, 0]
  const count = Math.max(1, (width - 2) * (height - 2))
  for (let way = 0; way < WAYS; way++) {
    const by = [1, width, width + 1, width - 1][way] ?? 1
    let bends = 0
    let steps = 0
    for (let y = 1; y < height - 1; y++) {
      for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
        const before = pixels[at - by] ?? 0
        const after = pixels[at + by] ?? 0
        const bent = 2 * (pixels[at] ?? 0) - before - after
        const stepped = after - before
        bends += bent * bent
        steps += stepped * stepped
      }
    }
    bend[way] = bends / count
    step[way] = steps / count
  }
  return { bend, step }
}

/** What the grain of the camera is worth in levels: six squares of it make one bend. */
export function noiseOf(grain: Grain): number {
  return Math.sqrt(((grain.bend[0] ?? 0) + (grain.bend[1] ?? 0)) / 12)
}

/**
 * Half-width of the strokes in pixels, as if each were a bell of ink, across the softest direction: a shaken hand
 * blurs only one. For a wave of w radians a pixel, bend against step is tan²(w/2): fine strokes bend much, soft ones
 * only step. Contrast does not matter, grain is taken out, little writing answers like much. `undefined`: nothing
 * but grain.
 */
export function strokeWidth(image: GreyImage, grain: Grain): number | undefined {
  const { bend, step } = grainOf(image)
  const steps = step.map((value, way) => value - (grain.step[way] ?? 0))
  const strongest = Math.max(...steps)
  let widest: number | undefined
  for (let way = 0; way < WAYS; way++) {
    const own = steps[way] ?? 0
    // A direction without strokes of its own says nothing.
    if (own < 0.25 * (grain.step[way] ?? 0) + 0.5 || own < 0.08 * strongest) continue
    const ratio = Math.max(0.0004, ((bend[way] ?? 0) - TAKEN_OUT * (grain.bend[way] ?? 0)) / own)
    const width = (way < 2 ? 1 : Math.SQRT2) / (2 * Math.sqrt(ratio))
    if (widest === undefined || width > widest) widest = width
  }
  return widest
}
