import type { PaperFault } from '#domain/case/paper-verdict.ts'
import { carried, ontoQuad } from '#domain/intake/legibility/perspective.ts'
import { shineAt } from './photograph.ts'
import type { Scene } from './scene.ts'
import type { Line } from './sheet.ts'

/** What physics says of a photo: fine, one fault that loses writing, or in between, where either verdict is right. */
export type Label = { readonly state: 'good' | 'unreadable' | 'between'; readonly fault?: PaperFault }

/** Of the photo's height: a corner further outside leaves a side of the paper unseen. */
const UNSEEN = 0.03

type Bounds = { readonly lost: number; readonly fine: number }

/**
 * When is writing lost? A stroke is a tenth of the type size. Lost: lens and hand spread a point (standard deviation)
 * as wide as a stroke, so that a stroke keeps 38 % of its depth and the gap beside it fills to the same grey (fine:
 * 0.6 strokes); a stroke is thinner than a pixel (fine: 1.2); ink and paper are closer than a tenth of all levels or
 * 3 × the grain (fine: 45 levels, 6 ×); a tenth of a line of writing lies outside or is burnt out (fine: nothing of
 * what is drawn). Turned by a quarter or on its head is a fault by itself; aslant from 15° (fine: 7°).
 */
export const BOUND = {
  spread: { lost: 1, fine: 0.6 },
  stroke: { lost: 1, fine: 1.2 },
  levels: { lost: 25, fine: 45 },
  overGrain: { lost: 3, fine: 6 },
  outside: { lost: 0.1, fine: 0 },
  slant: { lost: 15, fine: 7 },
} as const satisfies Record<string, Bounds>

export function labelOf(scene: Scene): Label {
  const { page, corners } = scene
  const onto = ontoQuad(corners, page.width, page.height)
  const at = (x: number, y: number) => carried(onto, x, y)
  const strokes = page.lines.map((line) => {
    const [from, to] = [at(line.x, line.y), at(line.x, line.y - line.size)]
    return 0.1 * Math.hypot(to.x - from.x, to.y - from.y)
  })
  const stroke = Math.min(...strokes)
  const ink = Math.min(
    ...[0.15, 0.5, 0.85].flatMap((v) =>
      [0.15, 0.5, 0.85].map((u) => lightAt(scene, at(page.width * u, page.height * v))),
    ),
  )
  const levels = ink * (page.paper - page.ink)
  const outside = Math.max(...page.lines.map((line) => part(line, (x, y) => isOutside(scene, at(x, y)))))
  const burnt = Math.max(...page.lines.map((line) => part(line, (x, y) => isBurnt(scene, at(x, y)))))
  const [a, b] = corners
  const angle = Math.abs((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI)
  const marks: readonly (readonly [PaperFault, number, Bounds])[] = [
    ['cutOff', outside, BOUND.outside],
    ['glare', burnt, BOUND.outside],
    ['dark', levels, BOUND.levels],
    ['dark', levels / scene.noise, BOUND.overGrain],
    ['blurred', spreadOf(scene) / stroke, BOUND.spread],
    ['tooSmall', stroke, BOUND.stroke],
    ['turned', angle > 45 ? 90 : 0, BOUND.slant],
    ['tilted', angle > 45 ? 0 : angle, BOUND.slant],
  ]
  const lost = marks.find(([, value, { lost, fine }]) => (lost < fine ? value < lost : value >= lost))
  if (lost) return { state: 'unreadable', fault: lost[0] }
  const [left, top, right, bottom] = page.drawn
  const whole = [at(left, top), at(right, top), at(right, bottom), at(left, bottom)].every(
    (corner) => !isOutside(scene, corner),
  )
  // A side of the paper that cannot be seen may have held writing: to stop it is as right as not to.
  const seen = [at(0, 0), at(page.width, 0), at(page.width, page.height), at(0, page.height)].every(
    ({ x, y }) => Math.max(-x, -y, x - scene.width, y - scene.height) < UNSEEN * scene.height,
  )
  const fine =
    whole && seen && marks.every(([, value, { lost, fine }]) => (lost < fine ? value >= fine : value <= fine))
  return { state: fine ? 'good' : 'between' }
}

/** How far lens and hand spread a point: of a straight line of length L, the standard deviation is L / √12. */
function spreadOf({ blur, shake }: Scene): number {
  return Math.hypot(blur, (shake?.length ?? 0) / Math.sqrt(12))
}

function lightAt(
  { light, width, height }: Scene,
  { x, y }: { readonly x: number; readonly y: number },
): number {
  return Math.min(1, light.level * (1 + light.down * (y / height - 0.5) + light.right * (x / width - 0.5)))
}

function isOutside({ width, height }: Scene, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x < 0 || y < 0 || x > width || y > height
}

/** Ink and paper both at the end of the scale. */
function isBurnt(scene: Scene, at: { readonly x: number; readonly y: number }): boolean {
  const { page, glare } = scene
  if (!glare) return false
  const light = lightAt(scene, at)
  const more = shineAt(glare, at.x, at.y)
  const paper = Math.min(255, page.paper * light + more)
  return paper - Math.min(255, page.ink * light + more) < BOUND.levels.lost
}

function part(line: Line, test: (x: number, y: number) => boolean): number {
  let hits = 0
  const points = Math.max(4, Math.ceil(line.width / 2))
  for (let i = 0; i < points; i++)
    if (test(line.x + (line.width * (i + 0.5)) / points, line.y - line.size * 0.35)) hits++
  return hits / points
}
