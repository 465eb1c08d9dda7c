import { describe, expect, it } from 'vitest'
import type { Field } from '#domain/service/service-definition.ts'
import { answerWords } from './answer-words.ts'

const words = {
  text: (text: { id: string }) => text.id,
  yes: 'Ya',
  no: 'Tidak',
  regions: { '81.01.12.2001': 'Negeri Saparua' },
}
const label = { id: 'x', en: 'x' }
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ id: 'f', kind, label, ...more })

describe('answerWords', () => {
  it.each([
    ['a day as the office writes it', field('date'), '2026-04-28', '28-04-2026'],
    ['a place by its name', field('negeri'), '81.01.12.2001', 'Negeri Saparua'],
    ['an unknown place by its code', field('regency'), '99.99', '99.99'],
    [
      'a choice by its label',
      field('choice', { choices: [{ value: '2', label: { id: 'Perempuan', en: 'Woman' } }] }),
      '2',
      'Perempuan',
    ],
    ['a number with its unit', field('integer', { unit: { id: 'gram', en: 'grams' } }), 3100, '3100 gram'],
    ['yes', field('yesNo'), true, 'Ya'],
    ['a time with a dot', field('time'), '04:25', '04.25'],
    ['nothing', field('text'), '', ''],
  ])('writes %s', (_what, one, value, expected) => {
    expect(answerWords(one, value, words)).toBe(expected)
  })
})
