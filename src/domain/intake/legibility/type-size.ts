import { quantile } from './grey-image.ts'
import type { Letter } from './letters.ts'

// Of the type size (em): a small letter, a capital or a figure.
const SMALL_LETTER = 0.53
const CAPITAL = 0.72
const LEAST_IN_LINE = 7

/**
 * The type size of these letters in pixels. Mixed heights are small letters among tall ones, so the low ones are the
 * x-height; one height for all is capitals or figures.
 */
export function typeSize(letters: readonly Letter[], across: boolean): number {
  const heights = letters.map((one) => (across ? one.right - one.left : one.bottom - one.top))
  const low = quantile(heights, 0.3)
  const middle = quantile(heights, 0.5)
  const high = quantile(heights, 0.8)
  return high >= 1.27 * low ? low / SMALL_LETTER : middle / CAPITAL
}

/** The same, line by line: a small line under a large title is a line of its own. */
export function lineSizes(letters: readonly Letter[], across: boolean): readonly number[] {
  const placed = letters
    .map((letter) => ({
      letter,
      from: across ? letter.left : letter.top,
      to: across ? letter.right : letter.bottom,
    }))
    .toSorted((a, b) => a.from + a.to - b.from - b.to)
  const lines: (typeof placed)[] = []
  for (const one of placed) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    // Its middle lies within the letter before it: the same line.
    if (line && last && one.from + one.to < 2 * last.to) line.push(one)
    else lines.push([one])
  }
  return lines
    .filter((line) => line.length >= LEAST_IN_LINE)
    .map((line) =>
      typeSize(
        line.map(({ letter }) => letter),
        across,
      ),
    )
}
