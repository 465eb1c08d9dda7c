import { expect, test } from 'vitest'
import { backOffMs, LONGEST_WAIT_MS } from './back-off.ts'
import { RateMeter } from './rate-meter.ts'

test('waiting doubles and never passes a minute', () => {
  expect([1, 2, 3, 4].map((failures) => backOffMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000])
  for (const failures of [7, 20, 1000, 5000]) expect(backOffMs(failures, 1)).toBe(LONGEST_WAIT_MS)
  expect(backOffMs(0, 0)).toBe(750)
})

test('a rate is known only from the last ten seconds', () => {
  const meter = new RateMeter()
  expect(meter.bytesPerSecond(0)).toBeUndefined()
  meter.moved(8_000, 0, 1_000)
  expect(meter.bytesPerSecond(1_000)).toBe(8_000)
  meter.moved(8_000, undefined, 4_000)
  expect(meter.bytesPerSecond(4_000)).toBe(4_000)
  expect(meter.bytesPerSecond(20_000)).toBeUndefined()
})
