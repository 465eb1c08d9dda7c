import { boneOf, foldName } from './fold-name.ts'

/** From here on two names are taken for one: a slip of the pen, a shortened or a missing word. */
export const ALIKE = 0.72
/** From here on they are one name in another spelling. */
export const SAME = 0.95

/**
 * How likely two written names are one person's, from 0 to 1. Knows the spelling habits of the islands, names in
 * another order, shortened and left-out ones; a family name that both bear says little, the given names decide.
 * Symmetric; capitals, blanks, points and accents do not matter.
 */
export function nameLikeness(one: string, other: string): number {
  return foldedLikeness(foldName(one), foldName(other))
}

function foldedLikeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const sorted = (words: readonly string[]) => [...words].sort().join(' ')
  if (sorted(one) === sorted(other)) return 1
  const words = byWords(one, other)
  return one.length === other.length ? words : Math.max(joined(one.join(''), other.join('')), words)
}

/** `Nur Hayati` and `Nurhayati`, `Abd. Rahman` and `Abdurrahman`: where the words were parted elsewhere. */
function joined(one: string, other: string): number {
  if (one === other) return 0.97
  const slips = slipsBetween(one, other)
  const least = Math.min(one.length, other.length)
  return slips === 1 && least >= 7 ? 0.9 : 0
}

type Pair = { readonly left: number; readonly right: number; readonly like: number }

function byWords(one: readonly string[], other: readonly string[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  const pairs = bestPairs(few, many)
  const like = pairs.reduce((sum, pair) => sum + pair.like, 0)
  if (pairs.length < few.length) return (0.8 * like) / many.length
  const left = many.length - few.length
  const whole = (like / few.length) * (1 - 0.08 * left)
  if (left === 0 || few.length > 1) return whole
  // One word against several: a given name may stand alone, a family name says only whose family.
  return pairs[0]?.right === many.length - 1 ? 0.6 * whole : 0.86 * whole
}

/** Each word with at most one of the other name, the most alike first; the same whichever name comes first. */
function bestPairs(few: readonly string[], many: readonly string[]): readonly Pair[] {
  const all = few
    .flatMap((word, left) =>
      many.map((with_, right): Pair => ({ left, right, like: wordLikeness(word, with_) })),
    )
    .filter((pair) => pair.like > 0)
    .sort(
      (a, b) =>
        b.like - a.like ||
        a.left + a.right - (b.left + b.right) ||
        Math.abs(a.left - a.right) - Math.abs(b.left - b.right),
    )
  const lefts = new Set<number>()
  const rights = new Set<number>()
  return all.filter(({ left, right }) => {
    if (lefts.has(left) || rights.has(right)) return false
    lefts.add(left)
    rights.add(right)
    return true
  })
}

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length === 1) return long.startsWith(short) ? 0.7 : 0
  if (short.length <= 3 && long.length >= short.length + 2 && long.startsWith(short)) return 0.8
  const slips = slipsBetween(one, other)
  if (slips === 1 && long.length >= 4) return 0.86
  if (slips === 2 && long.length >= 7) return 0.8
  return long.length >= 5 && boneOf(one) === boneOf(other) && slips <= 3 ? 0.75 : 0
}

/** Letters that were put in, left out, changed or swapped with the next one, up to 4. */
export function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return 4
  let before: readonly number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        at(above, column) + 1,
        at(line, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, at(before, column - 2) + 1)
      line.push(least)
    }
    before = above
    above = line
  }
  return Math.min(4, at(above, other.length))
}

const at = (line: readonly number[], index: number): number => line[index] ?? 99
