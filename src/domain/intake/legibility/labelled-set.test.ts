import { expect, test } from 'vitest'
import { scoreOf, SEEDS, tableOf } from '../../../../bench/legibility/score.ts'
import { judgePhoto } from './judge-photo.ts'

// The labels come from how each photo was made (bench/legibility/label.ts), never from the judge.
test('of 258 photos no seed of which was tuned on, ≥ 95 % of the unreadable are caught and ≤ 3 % of the good stopped', async () => {
  const score = await scoreOf(SEEDS.heldOut, (photo) => judgePhoto(photo).verdict)
  process.stdout.write(`${tableOf('held out', score)}\n`)
  expect(score.photos).toBeGreaterThanOrEqual(200)
  expect(score.good).toBeGreaterThan(90)
  expect(score.unreadable).toBeGreaterThan(90)
  expect(score.caught / score.unreadable).toBeGreaterThanOrEqual(0.95)
  expect(score.stopped / score.good).toBeLessThanOrEqual(0.03)
}, 120_000)
