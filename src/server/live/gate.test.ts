import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createGate } from './gate.ts'

it('lets the first in at once, and a rush in groups', async () => {
  const gate = createGate(40)
  const entered: [string, number][] = []
  const started = performance.now()
  const come = (name: string) => gate.pass().then(() => entered.push([name, performance.now() - started]))
  const first = come('first')
  await first
  const rush = [come('a'), come('b')]
  await sleep(10)
  rush.push(come('c'))
  await Promise.all(rush)
  expect(entered.map(([name]) => name)).toEqual(['first', 'a', 'b', 'c'])
  expect(entered[0]![1]).toBeLessThan(30)
  expect(entered[3]![1] - entered[1]![1]).toBeLessThan(5)
})
