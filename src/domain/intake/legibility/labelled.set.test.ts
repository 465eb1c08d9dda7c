import { expect, test } from 'vitest'
import { scoreOf, SEEDS, tableOf } from '../../../../bench/legibility/score.ts'
import { judgePhoto } from './judge-photo.ts'

// The labels come from how each photo was made (bench/legibility/label.ts), never from the judge.
test('of 204 photos of a seed that was not tuned on, ≥ 95 % of the unreadable are caught and ≤ 3 % of the good stopped', async () => {
  const score = await scoreOf(SEEDS.heldOut.slice(0, 1), (photo) => judgePhoto(photo).verdict)
  process.stdout.write(`${tableOf('held out', score)}\n`)
  expect(score.photos).toBeGreaterThanOrEqual(200)
  expect(score.good).toBeGreaterThan(70)
  expect(score.unreadable).toBeGreaterThan(70)
  expect(score.caught / score.unreadable).toBeGreaterThanOrEqual(0.95)
  expect(score.stopped / score.good).toBeLessThanOrEqual(0.03)
}, 300_000)
