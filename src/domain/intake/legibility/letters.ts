import type { GreyImage } from './grey-image.ts'
import { levelAt } from './grey-image.ts'

/** One connected piece of ink that may be a letter. */
export type Letter = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Levels between the paper and its darkest pixel. */
  readonly depth: number
}

export type Written = {
  readonly letters: readonly Letter[]
  /** Grey levels between the paper and the darkest ink of this cut-out. */
  readonly contrast: number
  readonly paper: number
}

const LEAST_CONTRAST = 10
const TALLEST = 70

/** The letters of a cut-out: ink darker than the paper around it, in pieces of a letter's size and shape. */
export function lettersIn(image: GreyImage, bareNoise: number): Written {
  const { width, height, pixels } = image
  const counts = new Uint32Array(256)
  for (const level of pixels) counts[level] = (counts[level] ?? 0) + 1
  const paper = levelAt(counts, 0.9)
  const ink = levelAt(counts, 0.02)
  const contrast = Math.max(0, paper - ink)
  // JPEG smooths bare paper and keeps the grain beside writing.
  const noise = Math.max(bareNoise, noiseAmid(image))
  if (contrast < Math.max(LEAST_CONTRAST, 3 * noise)) return { letters: [], contrast, paper }
  const mask = inkMask(image, Math.max(4, 0.18 * contrast, 2.6 * noise))
  const letters: Letter[] = []
  const stack: number[] = []
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1) continue
    let [left, right, top, bottom, size, darkest] = [width, 0, height, 0, 0, 255]
    mask[start] = 2
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      size++
      darkest = Math.min(darkest, pixels[at] ?? 0)
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (let dy = -1; dy <= 1; dy++) {
        if (y + dy < 0 || y + dy >= height) continue
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * width + dx
          if (x + dx < 0 || x + dx >= width || mask[next] !== 1) continue
          mask[next] = 2
          stack.push(next)
        }
      }
    }
    const w = right - left + 1
    const h = bottom - top + 1
    const whole = left > 0 && top > 0 && right < width - 1 && bottom < height - 1
    if (
      whole &&
      h >= 3 &&
      w >= 2 &&
      h <= TALLEST &&
      w <= 2.2 * TALLEST &&
      size >= 6 &&
      h < 6 * w &&
      w < 3.5 * h
    )
      letters.push({ left, top, right: right + 1, bottom: bottom + 1, depth: paper - darkest })
  }
  return { letters, contrast, paper }
}

/** Grain between the strokes: half of a cut-out is paper, whatever is written on it. */
function noiseAmid({ width, height, pixels }: GreyImage): number {
  const counts = new Uint32Array(256)
  for (let y = 1; y < height - 1; y += 2) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 3) {
      const bent = 2 * (pixels[at] ?? 0) - (pixels[at - 1] ?? 0) - (pixels[at + 1] ?? 0)
      const size = Math.min(255, Math.abs(bent))
      counts[size] = (counts[size] ?? 0) + 1
    }
  }
  return levelAt(counts, 0.4) / MIDDLE_OF_BENDS
}

// Of bell-shaped grain, four in ten bends are smaller than this many times its spread.
const MIDDLE_OF_BENDS = 1.28

const REACH = 14

/** 1 where a pixel is darker than the mean around it by more than `by`. */
function inkMask({ width, height, pixels }: GreyImage, by: number): Uint8Array {
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - REACH) * (width + 1)
    const below = Math.min(height, y + REACH + 1) * (width + 1)
    const tall = Math.min(height, y + REACH + 1) - Math.max(0, y - REACH)
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - REACH)
      const right = Math.min(width, x + REACH + 1)
      const sum =
        (sums[below + right] ?? 0) -
        (sums[below + left] ?? 0) -
        (sums[above + right] ?? 0) +
        (sums[above + left] ?? 0)
      if ((pixels[y * width + x] ?? 0) < sum / (tall * (right - left)) - by) mask[y * width + x] = 1
    }
  }
  return mask
}
