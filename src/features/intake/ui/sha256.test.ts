import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256Hex, sha256Slow } from './sha256.ts'

test.each([0, 1, 55, 56, 63, 64, 65, 1000, 70_001])(
  'the slow way gives the same hash for %i bytes',
  async (length) => {
    const bytes = new Uint8Array(randomBytes(length))
    const known = createHash('sha256').update(bytes).digest('hex')
    expect(Buffer.from(sha256Slow(bytes)).toString('hex')).toBe(known)
    expect(await sha256Hex(bytes)).toBe(known)
  },
)
