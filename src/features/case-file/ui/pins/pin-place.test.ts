import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ViewTransform } from '../view-transform.ts'
import { fitted, moved, turned, zoomedBy } from '../view-transform.ts'
import { boxBetween, boxOnGlass, onGlass, onPage } from './pin-place.ts'

const part = fc.double({ min: 0, max: 1, noNaN: true })
const size = fc.record({
  width: fc.integer({ min: 240, max: 2400 }),
  height: fc.integer({ min: 240, max: 2400 }),
})

/** What a person does to a paper under the glass, in any order. */
const act = fc.oneof(
  fc.record({
    does: fc.constant('zoom' as const),
    by: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
    at: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
  }),
  fc.record({
    does: fc.constant('move' as const),
    by: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
  }),
  fc.record({ does: fc.constant('turn' as const) }),
  fc.record({ does: fc.constant('fit' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

function after(
  start: ViewTransform,
  acts: readonly Act[],
  stage: { width: number; height: number },
  page: { width: number; height: number },
): ViewTransform {
  return acts.reduce<ViewTransform>((view, one) => {
    if (one.does === 'zoom') return zoomedBy(view, one.by, { x: one.at[0], y: one.at[1] })
    if (one.does === 'move') return moved(view, one.by[0], one.by[1], stage, page)
    return one.does === 'turn' ? turned(view) : fitted(stage, page, view.turn)
  }, start)
}

/** The browser's own way of drawing: the matrix of `translate(…) rotate(…) scale(…)`, written out. */
function asTheBrowserDraws(
  x: number,
  y: number,
  view: ViewTransform,
  page: { width: number; height: number },
) {
  const angle = (view.turn * Math.PI) / 2
  const [px, py] = [(x - 0.5) * page.width * view.scale, (y - 0.5) * page.height * view.scale]
  return {
    x: px * Math.cos(angle) - py * Math.sin(angle) + view.x,
    y: px * Math.sin(angle) + py * Math.cos(angle) + view.y,
  }
}

describe('where a pin is drawn', () => {
  it('is the same place of the paper, however it is zoomed, turned, moved, on whatever screen', () => {
    fc.assert(
      fc.property(part, part, size, size, fc.array(act, { maxLength: 25 }), (x, y, stage, page, acts) => {
        const view = after(fitted(stage, page, 0), acts, stage, page)
        const drawn = onGlass({ x, y }, { view, page })
        const browser = asTheBrowserDraws(x, y, view, page)
        expect(drawn.x).toBeCloseTo(browser.x, 5)
        expect(drawn.y).toBeCloseTo(browser.y, 5)
        const back = onPage(drawn, { view, page })
        expect(back.x).toBeCloseTo(x, 9)
        expect(back.y).toBeCloseTo(y, 9)
      }),
    )
  })

  it('a box drawn on a turned and enlarged paper covers the same words on an upright one', () => {
    fc.assert(
      fc.property(
        part,
        part,
        part,
        part,
        size,
        size,
        fc.array(act, { maxLength: 25 }),
        (ax, ay, bx, by, stage, page, acts) => {
          const frame = { view: after(fitted(stage, page, 0), acts, stage, page), page }
          // Two corners on this screen, as the hand draws them.
          const [one, other] = [onGlass({ x: ax, y: ay }, frame), onGlass({ x: bx, y: by }, frame)]
          const box = boxBetween(onPage(one, frame), onPage(other, frame))
          expect(box.x).toBeCloseTo(Math.min(ax, bx), 3)
          expect(box.y).toBeCloseTo(Math.min(ay, by), 3)
          expect(box.x + box.w).toBeCloseTo(Math.max(ax, bx), 3)
          expect(box.y + box.h).toBeCloseTo(Math.max(ay, by), 3)
          const drawn = boxOnGlass(box, frame)
          const tolerance = 0.001 * Math.max(page.width, page.height) * frame.view.scale
          expect(Math.abs(drawn.left - Math.min(one.x, other.x))).toBeLessThanOrEqual(tolerance)
          expect(Math.abs(drawn.top - Math.min(one.y, other.y))).toBeLessThanOrEqual(tolerance)
        },
      ),
    )
  })

  it('never leaves the page, wherever the hand goes', () => {
    const far = fc.double({ min: -5, max: 6, noNaN: true })
    fc.assert(
      fc.property(far, far, far, far, (ax, ay, bx, by) => {
        const { x, y, w, h } = boxBetween({ x: ax, y: ay }, { x: bx, y: by })
        for (const one of [x, y, w, h]) expect(one).toBeGreaterThanOrEqual(0)
        expect(x + w).toBeLessThanOrEqual(1.0001)
        expect(y + h).toBeLessThanOrEqual(1.0001)
      }),
    )
  })
})
