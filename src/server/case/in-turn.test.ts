import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Lanes } from './in-turn.ts'
import { inTurn } from './in-turn.ts'

it('runs one after the other per key, side by side over keys, goes on after a failure and leaves nothing behind', async () => {
  const lanes: Lanes = new Map()
  const log: string[] = []
  const work = (name: string, ms: number) => async () => {
    log.push(`${name}+`)
    await sleep(ms)
    log.push(`${name}-`)
    if (name === 'a1') throw new Error('lost')
    return name
  }
  const all = [
    inTurn(lanes, 'a', work('a1', 20)),
    inTurn(lanes, 'a', work('a2', 1)),
    inTurn(lanes, 'b', work('b1', 5)),
  ]
  const settled = await Promise.allSettled(all)
  expect(settled.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(log).toEqual(['a1+', 'b1+', 'b1-', 'a1-', 'a2+', 'a2-'])
  expect(lanes.size).toBe(0)
})
