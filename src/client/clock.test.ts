import { expect, test } from 'vitest'
import { learnServerTime, serverNow } from './clock.ts'

const ahead = () => Math.round((serverNow() - Date.now()) / 10) * 10

test('a wrong clock on the desk is put right by the server, and a slow answer does not spoil a good one', () => {
  const desk = Date.now()
  learnServerTime(desk + 600_000, desk - 100, desk) // ten minutes behind; the answer took 100 ms
  expect(ahead()).toBe(600_050)
  learnServerTime(desk + 600_900, desk - 1_800, desk) // says the same within what the way may have taken
  expect(ahead()).toBe(600_050)
  learnServerTime(desk - 300_000, desk - 1_000, desk) // somebody put the desk's clock right: that is no noise
  expect(ahead()).toBe(-299_500)
})

test('the time of the server is a whole number of milliseconds, as every instant that is sent', () => {
  const desk = Date.now()
  learnServerTime(desk + 5_000, desk - 101, desk)
  expect(Number.isInteger(serverNow())).toBe(true)
})
