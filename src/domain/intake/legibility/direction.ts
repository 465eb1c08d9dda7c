import { quantile } from './grey-image.ts'
import type { Letter } from './letters.ts'

export type Direction = {
  /** Letters that have a neighbour at all. */
  readonly pairs: number
  /** Part of the pairs whose nearest neighbour lies beside them, not above or below. */
  readonly beside: number
  /** Slope of the lines of writing in degrees, clockwise; of the columns, when writing runs up or down. */
  readonly tilt: number
  /** Pairs level at their feet against pairs level at their heads, in standard deviations: above 0 upright. */
  readonly upright: number
}

type Pair = { readonly one: Letter; readonly other: Letter; readonly dx: number; readonly dy: number }

/**
 * Which way the writing runs. Letters stand nearer to the next letter than to the next line. Latin letters share
 * their feet more than their heads: tall ones are more than hanging ones, and capitals among small ones are tall.
 */
export function directionOf(groups: readonly (readonly Letter[])[]): Direction {
  const pairs = groups.flatMap(pairsIn)
  const beside = pairs.filter(({ dx, dy }) => Math.abs(dx) > 1.3 * Math.abs(dy))
  const along = beside.length * 2 >= pairs.length
  const chosen = along ? beside : pairs.filter(({ dx, dy }) => Math.abs(dy) > 1.3 * Math.abs(dx))
  const slopes = chosen.map(({ dx, dy }) =>
    along ? Math.atan2(dy * Math.sign(dx), Math.abs(dx)) : Math.atan2(-dx * Math.sign(dy), Math.abs(dy)),
  )
  return {
    pairs: pairs.length,
    beside: pairs.length === 0 ? 1 : beside.length / pairs.length,
    tilt: (quantile(slopes, 0.5) * 180) / Math.PI,
    upright: uprightness(chosen, along),
  }
}

/** When writing runs up or down, heads are taken to be at the left, as if it were turned a quarter clockwise. */
function uprightness(pairs: readonly Pair[], along: boolean): number {
  let feet = 0
  let heads = 0
  for (const { one, other } of pairs) {
    const head = along ? one.top - other.top : one.left - other.left
    const foot = along ? one.bottom - other.bottom : one.right - other.right
    const size = along ? one.bottom - one.top : one.right - one.left
    const near = Math.max(1, 0.09 * size)
    const far = Math.max(2, 0.17 * size)
    if (Math.abs(head) >= far && Math.abs(foot) <= near) feet++
    if (Math.abs(foot) >= far && Math.abs(head) <= near) heads++
  }
  return feet + heads === 0 ? 0 : (feet - heads) / Math.sqrt(feet + heads)
}

/** Each letter with its nearest neighbour of about its size. */
function pairsIn(letters: readonly Letter[]): readonly Pair[] {
  return letters.flatMap((one) => {
    let best: Pair | undefined
    let nearest = Infinity
    const x = one.left + one.right
    const y = one.top + one.bottom
    const size = Math.max(one.bottom - one.top, one.right - one.left)
    for (const other of letters) {
      if (other === one) continue
      const dx = (other.left + other.right - x) / 2
      const dy = (other.top + other.bottom - y) / 2
      const far = Math.hypot(dx, dy)
      const otherSize = Math.max(other.bottom - other.top, other.right - other.left)
      if (far >= nearest || far > 2.5 * size || otherSize > 2 * size || size > 2 * otherSize) continue
      nearest = far
      best = { one, other, dx, dy }
    }
    return best ? [best] : []
  })
}
