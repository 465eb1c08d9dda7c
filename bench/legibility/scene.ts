import type { Quad } from '#domain/intake/legibility/quad.ts'
import type { DocumentKind } from './documents.ts'
import type { Random } from './random.ts'
import type { Page } from './sheet.ts'

export const DEEDS = [
  'good',
  'blurred',
  'shaken',
  'dark',
  'glare',
  'cutOff',
  'tooSmall',
  'turned',
  'tilted',
] as const
/** What is done to a photo. */
export type Deed = (typeof DEEDS)[number]

/** Everything about one photo before it is taken. Lengths in pixels of the photo, brightness in levels of 255. */
export type Scene = {
  readonly page: Page
  readonly deed: Deed
  readonly width: number
  readonly height: number
  readonly corners: Quad
  readonly table: { readonly pattern: number; readonly level: number; readonly seed: number }
  /** Light across the photo: at the middle, and its change to the right and downwards edge. */
  readonly light: { readonly level: number; readonly right: number; readonly down: number }
  readonly glare:
    | { readonly x: number; readonly y: number; readonly radius: number; readonly level: number }
    | undefined
  readonly blur: number
  readonly shake: { readonly length: number; readonly angle: number } | undefined
  readonly noise: number
  readonly quality: number
  readonly seed: number
}

/** As small as the finest type of each allows: the set is to be quick. */
const LONG_EDGE: Record<DocumentKind, number> = {
  familyCard: 1800,
  identityCard: 1200,
  birthLetter: 1400,
  form: 1700,
  statement: 1300,
  lossReport: 1400,
}

/** A photo as a careful person takes it, then one thing done to it, weakly or strongly (`how` 0 to 1). */
export function sceneOf(page: Page, deed: Deed, how: number, random: Random): Scene {
  const wide = page.width > page.height
  const long = LONG_EDGE[page.kind as DocumentKind]
  const short = Math.round(long * 0.75)
  const quarter = deed === 'turned' && how < 0.67 ? (how < 0.34 ? 1 : 3) : deed === 'turned' ? 2 : 0
  const lying = quarter % 2 === 1 ? !wide : wide
  const [width, height] = lying ? [long, short] : [short, long]
  const [paperWide, paperHigh] = quarter % 2 === 1 ? [page.height, page.width] : [page.width, page.height]
  // A phone held ever further away, or a photo that came small.
  const away = deed === 'tooSmall' ? 0.72 - 0.5 * how : random.between(0.84, 0.94)
  const fill = Math.min(width / paperWide, height / paperHigh) * away
  const tilt = deed === 'tilted' ? random.pick([-1, 1]) * (4 + 32 * how) : random.bell() * 1.4
  const shrink = deed === 'tilted' ? 1 - 0.3 * Math.min(1, Math.abs(tilt) / 30) : 1
  const aslant = random.between(0, 0.035)
  const size = { x: paperWide * fill * shrink, y: paperHigh * fill * shrink }
  const slack = { x: Math.max(0, width - size.x * 1.04) / 2, y: Math.max(0, height - size.y * 1.04) / 2 }
  const middle = {
    x: width / 2 + random.between(-0.6, 0.6) * slack.x,
    y: height / 2 + random.between(-0.6, 0.6) * slack.y,
  }
  if (deed === 'cutOff') pushOut(middle, size, { width, height }, how, random)
  const upright = cornersOf(middle, size, (tilt * Math.PI) / 180, aslant, random)
  const stroke = strokePx(page, fill * shrink)
  const soft = 0.27 * stroke + random.between(0, 0.12)
  const dim = deed === 'dark' ? 0.5 - 0.46 * how ** 0.6 : random.between(0.8, 1.02)
  return {
    page,
    deed,
    width,
    height,
    corners: turnedBy(upright, quarter),
    table: { pattern: random.whole(0, 4), level: random.between(45, 135), seed: random.whole(0, 9999) },
    light: { level: dim, right: random.between(-0.12, 0.12), down: random.between(-0.12, 0.12) },
    glare: deed === 'glare' ? glareOn(page, upright, how, random) : undefined,
    // Every lens is a little soft; a good photo less than what the finest stroke can bear.
    blur:
      deed === 'blurred' ? stroke * (0.4 + 2.8 * how ** 1.3) : Math.min(Math.max(0.35, soft), 0.42 * stroke),
    shake:
      deed === 'shaken'
        ? { length: stroke * (1 + 12 * how ** 1.2), angle: random.between(0, Math.PI) }
        : undefined,
    noise: deed === 'dark' ? random.between(2.5, 6) : random.between(1, 3.2),
    quality: random.whole(72, 92),
    seed: random.whole(1, 1e9),
  }
}

/** A stroke of the smallest type, a tenth of its size, in pixels. */
function strokePx(page: Page, pxPerMm: number): number {
  return 0.1 * Math.min(...page.lines.map((line) => line.size)) * pxPerMm
}

function pushOut(
  middle: { x: number; y: number },
  size: { readonly x: number; readonly y: number },
  photo: { readonly width: number; readonly height: number },
  how: number,
  random: Random,
): void {
  const out = 0.015 + 0.4 * how
  const sideways = random.next() < 0.5
  const sign = random.pick([-1, 1])
  if (sideways) middle.x = photo.width / 2 + sign * (photo.width / 2 - size.x / 2 + out * size.x)
  else middle.y = photo.height / 2 + sign * (photo.height / 2 - size.y / 2 + out * size.y)
}

function cornersOf(
  middle: { readonly x: number; readonly y: number },
  size: { readonly x: number; readonly y: number },
  angle: number,
  aslant: number,
  random: Random,
): Quad {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corner = (sx: number, sy: number) => {
    const x = sx * (size.x / 2) * (1 + random.between(-aslant, aslant))
    const y = sy * (size.y / 2) * (1 + random.between(-aslant, aslant))
    return { x: middle.x + x * cos - y * sin, y: middle.y + x * sin + y * cos }
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** The page's own top left moves on by quarter turns clockwise. */
function turnedBy(corners: Quad, quarter: number): Quad {
  const at = (index: number) => corners[(index + quarter) % 4] ?? corners[0]
  return [at(0), at(1), at(2), at(3)]
}

/** A lamp in the paper's gloss, on the writing or on the margin, as it happens. */
function glareOn(page: Page, corners: Quad, how: number, random: Random): NonNullable<Scene['glare']> {
  const [a, b, c] = corners
  const across = Math.hypot(b.x - a.x, b.y - a.y)
  const line = random.pick(page.lines)
  const u = (line.x + line.width / 2) / page.width
  const v = line.y / page.height
  return {
    x: a.x + u * (b.x - a.x) + v * (c.x - b.x),
    y: a.y + u * (b.y - a.y) + v * (c.y - b.y),
    radius: across * (0.04 + 0.16 * how),
    level: 60 + 380 * how,
  }
}
