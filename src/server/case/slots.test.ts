import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createSlots } from './slots.ts'

it('lets so many in per key, in order, and gives a place back after a failure', async () => {
  const slots = createSlots(2)
  const begun: number[] = []
  let [running, most] = [0, 0]
  const work = (n: number) => async () => {
    begun.push(n)
    running += 1
    most = Math.max(most, running)
    await sleep(2)
    running -= 1
    if (n % 3 === 0) throw new Error('lost')
  }
  await Promise.allSettled(Array.from({ length: 12 }, (_, n) => slots.run('a', work(n))))
  expect(most).toBe(2)
  expect(begun).toEqual(Array.from({ length: 12 }, (_, n) => n))
  await Promise.allSettled([slots.run('a', work(1)), slots.run('b', work(2)), slots.run('c', work(4))])
  expect(most).toBe(3) // other keys do not wait
})
