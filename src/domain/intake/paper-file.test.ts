import { expect, test } from 'vitest'
import { FILE_REFUSALS, FILE_REFUSAL_TEXT, MEGABYTE, refuseBeforeSending } from './paper-file.ts'

test('a 40 MB photo is refused before a byte is sent', () => {
  expect(refuseBeforeSending({ bytes: 40 * MEGABYTE, mime: 'image/jpeg' })).toBe('file-too-big')
  expect(refuseBeforeSending({ bytes: 15 * MEGABYTE, mime: 'image/jpeg' })).toBeUndefined()
})

test('an empty file and a Word file are refused, a file without a type may try', () => {
  expect(refuseBeforeSending({ bytes: 0, mime: 'image/png' })).toBe('file-empty')
  expect(refuseBeforeSending({ bytes: 10, mime: 'application/msword' })).toBe('file-wrong-type')
  expect(refuseBeforeSending({ bytes: 10, mime: '' })).toBeUndefined()
})

test('every refusal says what is wrong in short sentences, in both languages', () => {
  for (const code of FILE_REFUSALS) {
    for (const sentence of Object.values(FILE_REFUSAL_TEXT[code]).flatMap((text) => text.split('. '))) {
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
      expect(sentence).not.toContain('!')
    }
  }
})
