import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, moved, turned, zoomed, zoomedBy } from './view-transform.ts'

const stage = { width: 680, height: 740 }
const page = { width: 600, height: 848 }

describe('view transform', () => {
  it('fits the whole page under the tool bar, upright and lying', () => {
    for (const turn of [0, 1, 2, 3]) {
      const view = fitted(stage, page, turn)
      const height = (turn % 2 === 1 ? page.width : page.height) * view.scale
      const width = (turn % 2 === 1 ? page.height : page.width) * view.scale
      expect(height).toBeLessThanOrEqual(stage.height - 52)
      expect(width).toBeLessThanOrEqual(stage.width)
    }
  })

  it('never leaves 25 to 400 percent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 }), (steps) => {
        const view = steps.reduce((before, step) => zoomed(before, step), fitted(stage, page, 0))
        expect(view.scale).toBeGreaterThanOrEqual(0.25)
        expect(view.scale).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('keeps the point under the pointer where it is', () => {
    const at = { x: 120, y: -80 }
    const before = { scale: 1, x: 30, y: 10, turn: 0 }
    const after = zoomedBy(before, 1.5, at)
    const onPaper = (view: typeof before) => ({
      x: (at.x - view.x) / view.scale,
      y: (at.y - view.y) / view.scale,
    })
    expect(onPaper(after).x).toBeCloseTo(onPaper(before).x)
    expect(onPaper(after).y).toBeCloseTo(onPaper(before).y)
  })

  it('cannot push the paper off the glass', () => {
    const view = moved(fitted(stage, page, 0), 100_000, -100_000, stage, page)
    expect(view.x).toBeLessThan(stage.width)
    expect(view.y).toBeGreaterThan(-stage.height)
  })

  it('comes back upright after four turns', () => {
    const view = fitted(stage, page, 0)
    expect(turned(turned(turned(turned(view)))).turn).toBe(0)
  })
})
