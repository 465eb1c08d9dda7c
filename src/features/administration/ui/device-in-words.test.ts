import { expect, test } from 'vitest'
import { deviceInWords } from './device-in-words.ts'

test('a browser is called by its name and its system', () => {
  const android =
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
  expect(deviceInWords(android)).toBe('Chrome, Android')
  expect(deviceInWords(`${android} Edg/130.0`)).toBe('Edge, Android')
  expect(deviceInWords('curl/8.0')).toBe('curl/8.0')
  expect(deviceInWords('')).toBe('–')
})
