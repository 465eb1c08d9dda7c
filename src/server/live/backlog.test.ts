import { expect, it } from 'vitest'
import { nextStep } from './backlog.ts'

const KB = 1024

it('a screen that reads is left alone', () => {
  expect(nextStep({ pausedAt: undefined }, 200 * KB, 0)).toBeUndefined()
})

it('past 256 kB it is only told that it is behind, and let in again when it has read', () => {
  expect(nextStep({ pausedAt: undefined }, 257 * KB, 0)).toBe('pause')
  expect(nextStep({ pausedAt: 0 }, 200 * KB, 9000)).toBeUndefined()
  expect(nextStep({ pausedAt: 0 }, 10 * KB, 9000)).toBe('resume')
})

it('past 1 MB, or after ten seconds behind, it is cut off', () => {
  expect(nextStep({ pausedAt: 0 }, 1025 * KB, 1)).toBe('cut')
  expect(nextStep({ pausedAt: 0 }, 200 * KB, 10_001)).toBe('cut')
})
