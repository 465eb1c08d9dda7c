import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkName, displayName, normaliseName } from './person-name.ts'

const deed = (name: string) => checkName(name, 'deed').map((remark) => `${remark.level} ${remark.code}`)
const record = (name: string) => checkName(name, 'record').map((remark) => `${remark.level} ${remark.code}`)

describe('a name on a deed', () => {
  it.each([
    ['Grasela Tuapeti', []],
    ['Élodie Tuapeti', []],
    ['A'.repeat(30) + ' ' + 'B'.repeat(29), []],
    ['A'.repeat(30) + ' ' + 'B'.repeat(30), ['error NAME_TOO_LONG']],
    ['Grasela', ['warning NAME_ONE_WORD']],
    ['Grasela 2', ['error NAME_DIGIT']],
    ["Nur'aini Latukau", ['error NAME_PUNCTUATION']],
    ['Ana-Maria Souisa', ['error NAME_PUNCTUATION']],
    ['Muh. Salim', ['error NAME_PUNCTUATION']],
    ['M Salim', ['warning NAME_ABBREVIATED']],
    ['Dr Salim Lestaluhu', ['error NAME_TITLE']],
    ['Salim Lestaluhu SH', ['error NAME_TITLE']],
    ['Pdt Elia Souisa', ['error NAME_TITLE']],
    ['Иван Петров', ['error NAME_LETTERS']],
    ['Salim @ Malawat', ['error NAME_LETTERS']],
  ])('%s', (name, expected) => {
    expect(deed(name)).toEqual(expected)
  })
})

describe('a name that stands in the register already', () => {
  it.each([
    ["Nur'aini", ['warning NAME_PUNCTUATION']],
    ['M. Salim', ['warning NAME_PUNCTUATION']],
    ['Salim', []],
    ['Salim 2', ['error NAME_DIGIT']],
    ['Salim/Ali', ['error NAME_LETTERS']],
  ])('%s keeps its spelling', (name, expected) => {
    expect(record(name)).toEqual(expected)
  })
})

describe('how a name is kept and shown', () => {
  it('is kept in capitals, with one blank between words', () => {
    expect(normaliseName('  yohanis   tuapeti ')).toBe('YOHANIS TUAPETI')
  })

  it('is shown with a capital at each word', () => {
    expect(displayName('YOHANIS TUAPETI')).toBe('Yohanis Tuapeti')
    expect(displayName("NUR'AINI ANA-MARIA")).toBe("Nur'Aini Ana-Maria")
  })

  it('stays the same when kept twice', () => {
    assert(
      property(string({ unit: 'grapheme' }), (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name))
      }),
    )
  })
})
