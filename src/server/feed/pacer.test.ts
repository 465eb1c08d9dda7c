import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createPacer } from './pacer.ts'

it('hands over at once when alone, and gathers while the hand-over is expensive', async () => {
  const handed: (readonly number[])[] = []
  const pacer = createPacer<number>((items) => {
    handed.push(items)
    const until = performance.now() + 20
    while (performance.now() < until); // twenty milliseconds of sending
  })
  pacer.soon(1)
  await sleep(1)
  expect(handed).toEqual([[1]])
  for (let n = 2; n <= 5; n += 1) pacer.soon(n)
  await sleep(60)
  expect(handed).toEqual([[1], [2, 3, 4, 5]])
  pacer.stop()
})
