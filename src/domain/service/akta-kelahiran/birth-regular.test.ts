import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { rowsIn, textIn } from '../read-answers.ts'
import { trial, withRow } from '../kind-trial.ts'

const couple = ['F201', 'BIRTH_LETTER', 'MARRIAGE_PROOF', 'KK', 'KTP_MOTHER', 'KTP_FATHER']

describe('Kelahiran, orang tua diketahui', () => {
  it.each([
    ['on time, with marriage proof', 'onTime', couple],
    ['late: the same papers as on time', 'late', couple],
    [
      'no marriage proof, the KK shows a couple: F-2.04',
      'coupleStatement',
      ['F201', 'BIRTH_LETTER', 'F204', 'KK', 'KTP_MOTHER', 'KTP_FATHER'],
    ],
    [
      'no marriage proof and no couple on the KK: the mother only',
      'motherOnly',
      ['F201', 'BIRTH_LETTER', 'KK', 'KTP_MOTHER'],
    ],
    [
      'no birth letter: F-2.03',
      'noBirthLetter',
      ['F201', 'F203', 'MARRIAGE_PROOF', 'KK', 'KTP_MOTHER', 'KTP_FATHER'],
    ],
    ['twins', 'twins', couple],
    ['a mother under 17 who never married has no KTP-el', 'youngMother', ['F201', 'BIRTH_LETTER', 'KK']],
    [
      'an adult',
      'adult',
      ['F201', 'F203', 'MARRIAGE_PROOF', 'KK', 'KTP_MOTHER', 'KTP_FATHER', 'OWN_DOCUMENT'],
    ],
    ['by a proxy', 'proxy', [...couple, 'F107']],
  ])('%s', (_name, variant, papers) => {
    const found = trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
  })

  it('never asks for both: the letter and its SPTJM, the marriage book and its SPTJM', () => {
    for (const hasBirthLetter of [true, false]) {
      for (const hasMarriageProof of [true, false]) {
        for (const kkShowsCouple of [true, false]) {
          const { papers } = trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', {
            hasBirthLetter,
            hasMarriageProof,
            kkShowsCouple,
          })
          expect(papers.filter((id) => id === 'BIRTH_LETTER' || id === 'F203')).toHaveLength(1)
          expect(papers.filter((id) => id === 'MARRIAGE_PROOF' || id === 'F204')).toHaveLength(
            hasMarriageProof || kkShowsCouple ? 1 : 0,
          )
        }
      }
    }
  })

  it.each([
    [
      'a day of birth that has not come',
      (a: Answers) => ({ ...a, birthDate: '2026-11-25' }),
      ['error DATE_FUTURE birthDate'],
    ],
    ['born today', (a: Answers) => ({ ...a, birthDate: '2026-11-24' }), []],
    [
      '29 February 2026',
      (a: Answers) => ({ ...a, birthDate: '2026-02-29' }),
      ['error DATE_INVALID birthDate'],
    ],
    ["25 o'clock", (a: Answers) => ({ ...a, birthTime: '25:00' }), ['error TIME_INVALID birthTime']],
    [
      'a child named with digits',
      (a: Answers) => ({ ...a, childName: 'GRASELA 2 TUAPETI' }),
      ['error NAME_DIGIT childName'],
    ],
    [
      'a child of one name',
      (a: Answers) => ({ ...a, childName: 'GRASELA' }),
      ['warning NAME_ONE_WORD childName'],
    ],
    ['299 grams', (a: Answers) => ({ ...a, weightGram: 299 }), ['warning UNUSUAL weightGram']],
    ['300 grams', (a: Answers) => ({ ...a, weightGram: 300 }), []],
    ['7001 grams', (a: Answers) => ({ ...a, weightGram: 7001 }), ['warning UNUSUAL weightGram']],
    ['71 cm', (a: Answers) => ({ ...a, lengthCm: 71 }), ['warning UNUSUAL lengthCm']],
    ['the twenty-first child', (a: Answers) => ({ ...a, birthOrder: 21 }), ['error OUT_OF_RANGE birthOrder']],
    ['half a child', (a: Answers) => ({ ...a, birthOrder: 1.5 }), ['error NOT_WHOLE birthOrder']],
    [
      'one NIK for both parents',
      (a: Answers) => ({
        ...a,
        fatherNik: a['motherNik'] ?? '',
        fatherBirthDate: a['motherBirthDate'] ?? '',
      }),
      ['error PARENTS_SAME_NIK fatherNik'],
    ],
    [
      'a NIK with spaces is the same NIK',
      (a: Answers) => ({
        ...a,
        fatherNik: textIn(a, 'motherNik').replace(/(....)/g, '$1 '),
        fatherBirthDate: a['motherBirthDate'] ?? '',
      }),
      ['error PARENTS_SAME_NIK fatherNik'],
    ],
    [
      'one witness',
      (a: Answers) => ({ ...a, witnesses: [...rowsIn(a, 'witnesses')].slice(1) }),
      ['error ROWS_TOO_FEW witnesses'],
    ],
    [
      'three witnesses',
      (a: Answers) => ({
        ...a,
        witnesses: [...rowsIn(a, 'witnesses'), ...rowsIn(a, 'witnesses').slice(0, 1)],
      }),
      ['error ROWS_TOO_MANY witnesses', 'error WITNESS_TWICE witnesses[2].nik'],
    ],
  ])('%s', (_name, changed, findings) => {
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', changed).findings).toEqual(findings)
  })

  it('does not take the applicant, nor the same person twice, as a witness', () => {
    const asMother = (a: Answers): Answers => ({ ...a, applicantRight: 'MOTHER' })
    const mother = (a: Answers) =>
      withRow(asMother(a), 'witnesses', 0, {
        nik: textIn(a, 'motherNik'),
        birthDate: textIn(a, 'motherBirthDate'),
      })
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', mother).findings).toEqual([
      'error WITNESS_IS_APPLICANT witnesses[0].nik',
    ])
    const same = (a: Answers) => ({
      ...a,
      witnesses: [0, 0].flatMap((first) => rowsIn(a, 'witnesses').slice(first, first + 1)),
    })
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', same).findings).toEqual([
      'error WITNESS_TWICE witnesses[1].nik',
    ])
  })

  it('doubts a witness under 21 without stopping', () => {
    const young = (a: Answers) =>
      withRow(a, 'witnesses', 1, { birthDate: '2005-11-25', nik: '8101122511059001' })
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', young).findings).toEqual([
      'warning WITNESS_YOUNG witnesses[1].birthDate',
    ])
  })
})
