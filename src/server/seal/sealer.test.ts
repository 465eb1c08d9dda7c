import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSealer } from './sealer.ts'

const key = () => randomBytes(32).toString('base64url')
const keys = { sealing: [{ id: 1, key: key() }], blindIndex: key() }
const sealer = createSealer(keys)
const NIK = '8101154107900003'

test('what is sealed opens again, and is not readable in between', () => {
  const sealed = sealer.seal(NIK, 'case:1')
  expect(sealed[0]).toBe(1)
  expect(sealed.toString('latin1')).not.toContain(NIK)
  expect(sealer.open(sealed, 'case:1')).toBe(NIK)
  expect(sealer.seal(NIK, 'case:1')).not.toEqual(sealed)
})

test('a sealed value moved to another row, changed or cut does not open', () => {
  const sealed = sealer.seal(NIK, 'case:1')
  expect(() => sealer.open(sealed, 'case:2')).toThrow()
  for (const at of [1, 13, 29, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => sealer.open(changed, 'case:1')).toThrow()
  }
  expect(() => sealer.open(sealed.subarray(0, 20), 'case:1')).toThrow(/too short/)
})

test('after a change of keys the new one seals and the old one still opens', () => {
  const old = sealer.seal(NIK, 'case:1')
  const rotated = createSealer({ ...keys, sealing: [{ id: 2, key: key() }, ...keys.sealing] })
  expect(rotated.seal(NIK, 'case:1')[0]).toBe(2)
  expect(rotated.open(old, 'case:1')).toBe(NIK)
  const lost = createSealer({ ...keys, sealing: [{ id: 2, key: key() }] })
  expect(() => lost.open(old, 'case:1')).toThrow(/no key 1/)
})

test('the blind index finds the same digits of the same kind under the same key, and nothing else', () => {
  expect(sealer.blindIndex('nik', NIK)).toBe(sealer.blindIndex('nik', NIK))
  expect(sealer.blindIndex('nik', NIK)).toMatch(/^[0-9a-f]{64}$/)
  expect(sealer.blindIndex('noKk', NIK)).not.toBe(sealer.blindIndex('nik', NIK))
  expect(createSealer({ ...keys, blindIndex: key() }).blindIndex('nik', NIK)).not.toBe(
    sealer.blindIndex('nik', NIK),
  )
})
