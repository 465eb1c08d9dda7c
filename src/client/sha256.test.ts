import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256, sha256Of } from './sha256.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it.each([0, 1, 55, 56, 63, 64, 65, 119, 1000, 70_001])('agrees with the machine for %i bytes', (length) => {
  const bytes = new Uint8Array(randomBytes(length))
  expect(hex(sha256(bytes))).toBe(known(bytes))
})

it('says the sum of a file in hex', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe(known(Buffer.from('abc')))
})
