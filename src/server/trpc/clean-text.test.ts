import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCleanText } from './clean-text.ts'

test('NUL and half a character are found however deep, also in a name', () => {
  for (const dirty of ['a\0b', 'a\ud800b', '\udc00'])
    for (const value of [dirty, [dirty], { a: [{ b: dirty }] }, { [dirty]: 1 }])
      expect([JSON.stringify(value), isCleanText(value)]).toEqual([JSON.stringify(value), false])
})

test('everything that people write is clean', () => {
  for (const value of ['Pa’i Ṭ 😀', '', null, undefined, 7, true, { a: ['baris\nbaru\t'] }])
    expect(isCleanText(value)).toBe(true)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => isCleanText(text.replaceAll('\0', ''))))
})
