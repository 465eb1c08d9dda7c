import { expect, it } from 'vitest'
import { placeOnPage } from './place-on-page.ts'

/** Where a spot of the upright page lies on the screen, by turning the corner itself: another way than the code's. */
function onScreen(x: number, y: number, turn: number, width: number, height: number) {
  let [dx, dy] = [(x - 0.5) * width, (y - 0.5) * height]
  for (let quarter = 0; quarter < turn; quarter += 1) [dx, dy] = [-dy, dx]
  const [w, h] = turn % 2 ? [height, width] : [width, height]
  return {
    at: [300 + dx, 200 + dy] as const,
    box: { left: 300 - w / 2, top: 200 - h / 2, width: w, height: h },
  }
}

it.each([0, 1, 2, 3])(
  'the same spot of the paper is found again, turned by %i quarters, at any zoom',
  (turn) => {
    for (const zoom of [0.25, 1, 4])
      for (const [x, y] of [
        [0, 0],
        [0.1, 0.7],
        [1, 0.3],
      ] as const) {
        const { at, box } = onScreen(x, y, turn, 600 * zoom, 850 * zoom)
        const found = placeOnPage(at[0], at[1], box, turn)
        expect(found[0]).toBeCloseTo(x, 9)
        expect(found[1]).toBeCloseTo(y, 9)
      }
  },
)
