import { expect, test } from 'vitest'
import { scenesOf } from '../../../../bench/legibility/labelled-set.ts'
import { photograph } from '../../../../bench/legibility/photograph.ts'
import { findPage } from './find-page.ts'
import { carried, inverted, ontoQuad } from './perspective.ts'
import { surveyOf } from './survey.ts'

test('the corners of a page are found to a hundredth of the photo, whatever table it lies on', async () => {
  const scenes = (await scenesOf(5))
    .filter(({ deed }) => deed === 'good')
    .filter((_, index) => index % 8 === 0)
  expect(scenes.length).toBeGreaterThanOrEqual(9)
  const misses: string[] = []
  for (const scene of scenes) {
    const { grey } = await photograph(scene)
    const survey = surveyOf(grey)
    const found = findPage(survey)
    const far = scene.corners.map((corner, at) => {
      const own = found?.corners[at] ?? { x: 0, y: 0 }
      return Math.hypot(own.x * survey.block - corner.x, own.y * survey.block - corner.y)
    })
    if (Math.max(...far) > 0.01 * scene.height)
      misses.push(`${scene.page.kind}: ${far.map(Math.round).join(' ')}`)
  }
  expect(misses).toEqual([])
}, 60_000)

test('a plain field has no page', () => {
  const pixels = new Uint8Array(400 * 300).map((_, at) => 180 + (at % 7))
  expect(findPage(surveyOf({ width: 400, height: 300, pixels }))).toBeUndefined()
})

test('a sheet carried onto four corners comes back to where it was', () => {
  const quad = [
    { x: 12, y: 20 },
    { x: 190, y: 8 },
    { x: 205, y: 280 },
    { x: 3, y: 260 },
  ] as const
  const onto = ontoQuad(quad, 210, 297)
  const corners = [carried(onto, 0, 0), carried(onto, 210, 0), carried(onto, 210, 297), carried(onto, 0, 297)]
  corners.forEach((corner, at) => {
    expect(corner.x).toBeCloseTo(quad[at]?.x ?? NaN, 6)
    expect(corner.y).toBeCloseTo(quad[at]?.y ?? NaN, 6)
  })
  const back = carried(inverted(onto), carried(onto, 70, 99).x, carried(onto, 70, 99).y)
  expect(back.x).toBeCloseTo(70, 6)
  expect(back.y).toBeCloseTo(99, 6)
})
