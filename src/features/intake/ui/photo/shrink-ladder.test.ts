import { expect, test } from 'vitest'
import type { Rung } from './shrink-ladder.ts'
import { climbDown, LADDER, WANTED_BYTES } from './shrink-ladder.ts'

/** A photo that weighs `kilobytes` at its finest, and is legible down to `least` of its edges and quality. */
function photo(kilobytes: number, least: { readonly scale: number; readonly quality: number }) {
  const tried: Rung[] = []
  return {
    tried,
    make: async (rung: Rung) => {
      tried.push(rung)
      return { made: rung, bytes: kilobytes * 1024 * rung.scale ** 2 * (rung.quality / 0.8) }
    },
    legible: async (rung: Rung) => rung.scale >= least.scale && rung.quality >= least.quality,
  }
}

test('a light photo is sent at its finest, and is not looked at again', async () => {
  const { tried, make } = photo(200, { scale: 1, quality: 1 })
  expect(await climbDown(make, () => Promise.reject(new Error('not asked')))).toEqual({
    made: LADDER[0],
    large: false,
  })
  expect(tried).toEqual([LADDER[0]])
})

test('a heavy photo goes down only as far as it has to', async () => {
  const { make, legible } = photo(430, { scale: 0.7, quality: 0.5 })
  const { made, large } = await climbDown(make, legible)
  expect({ made, large }).toEqual({ made: LADDER[2], large: false })
})

test('legibility is never paid for weight: it stays large, and says so', async () => {
  const { make, legible } = photo(900, { scale: 0.9, quality: 0.65 })
  const { made, large } = await climbDown(make, legible)
  expect({ made, large }).toEqual({ made: LADDER[2], large: true })
  expect(900 * 1024 * 0.81 * (0.65 / 0.8)).toBeGreaterThan(WANTED_BYTES)
})

test('a rung whose quality is too low is passed over for a smaller one of better quality', async () => {
  const legible = async (rung: Rung) => rung !== LADDER[1]
  const { make } = photo(400, { scale: 0, quality: 0 })
  expect((await climbDown(make, legible)).made).toEqual(LADDER[2])
})
