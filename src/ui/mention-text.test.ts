import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mentionable } from './mention-text.ts'
import { askedAt, matching, partsOf, stillMentioned, withMention } from './mention-text.ts'

const YOPI: Mentionable = { id: 'yopi', name: 'Yopi Sahusilawa' }
const ONA: Mentionable = { id: 'ona', name: 'Ona Léatemia' }
const DINAS: Mentionable = { id: 'office:dinas', name: 'Dinas' }
const ALL = [YOPI, ONA, DINAS]

test('a name is asked for after an @ that begins a word, also with a space in it', () => {
  expect(askedAt('tolong @yo', 10)).toEqual({ from: 7, asked: 'yo' })
  expect(askedAt('@', 1)).toEqual({ from: 0, asked: '' })
  expect(askedAt('(@Yopi Sa', 9)).toEqual({ from: 1, asked: 'Yopi Sa' })
  expect(askedAt('surat ke dinas@contoh', 21)).toBeUndefined()
  expect(askedAt('tolong @yo', 3)).toBeUndefined()
  expect(askedAt('tanpa', 5)).toBeUndefined()
})

test('any word of a name finds it, whatever its accents, the first word before the others', () => {
  expect(matching('sahu', ALL, 6)).toEqual([YOPI])
  expect(matching('ona leat', ALL, 6)).toEqual([ONA])
  expect(matching('d', [{ id: 'x', name: 'Ona Dinar' }, DINAS], 6).map(({ id }) => id)).toEqual([
    'office:dinas',
    'x',
  ])
  expect(matching('', ALL, 2)).toHaveLength(2)
  expect(matching('zzz', ALL, 6)).toEqual([])
})

test('what is chosen stands in the text, once among those called, and the caret after it', () => {
  const { value, caret } = withMention({ text: 'tolong @yo lihat', mentions: [] }, 10, YOPI)
  expect(value).toEqual({ text: 'tolong @Yopi Sahusilawa lihat', mentions: ['yopi'] })
  expect(value.text.slice(caret)).toBe('lihat')
  const again = withMention(
    { text: `${value.text} @y`, mentions: value.mentions },
    value.text.length + 3,
    YOPI,
  )
  expect(again.value.mentions).toEqual(['yopi'])
  expect(again.caret).toBe(again.value.text.length)
})

test('whose name is taken out is not called; who is not known here stays', () => {
  expect(stillMentioned('@Ona Léatemia', ['ona', 'yopi', 'other'], ALL)).toEqual(['ona', 'other'])
  // Chosen, then written on to another name: only whoever stands there is called.
  const [ona, onaTua] = [
    { id: 'ona', name: 'Ona' },
    { id: 'tua', name: 'Ona Tua' },
  ]
  expect(stillMentioned('@Ona Tua', ['ona', 'tua'], [ona, onaTua])).toEqual(['tua'])
  expect(stillMentioned('@Ona Tua, @Ona', ['ona', 'tua'], [ona, onaTua])).toEqual(['ona', 'tua'])
})

test('the pieces put together are the text, and a longer name wins over one within it', () => {
  const short: Mentionable = { id: 'yo', name: 'Yopi' }
  expect(partsOf('@Yopi Sahusilawa dan @Yopi', [short, YOPI]).map(({ mention }) => mention?.id)).toEqual([
    'yopi',
    undefined,
    'yo',
  ])
  fc.assert(
    fc.property(fc.array(fc.constantFrom('@', 'Yopi', ' ', 'Dinas', '@Dinas', '😀', 'a@')), (pieces) => {
      const text = pieces.join('')
      expect(
        partsOf(text, [short, DINAS])
          .map(({ words }) => words)
          .join(''),
      ).toBe(text)
    }),
  )
})
