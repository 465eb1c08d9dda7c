import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { trial } from '../kind-trial.ts'
import { textIn } from '../read-answers.ts'
import { tidyAnswers } from '../tidy-answers.ts'
import { birthEvidence } from './birth-evidence.ts'
import { BIRTH_REGULAR } from './birth-regular.ts'

const earlier = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

describe('the parents of a birth', () => {
  it.each([
    [
      'as old as the child',
      (born: string) => born,
      ['warning NIK_DOB_MISMATCH motherNik', 'error PARENT_NOT_OLDER motherBirthDate'],
    ],
    [
      'nine years older',
      (born: string) => earlier(born, 9),
      ['warning NIK_DOB_MISMATCH motherNik', 'warning MOTHER_AGE motherBirthDate'],
    ],
    ['ten years older', (born: string) => earlier(born, 10), ['warning NIK_DOB_MISMATCH motherNik']],
    ['sixty years older', (born: string) => earlier(born, 60), ['warning NIK_DOB_MISMATCH motherNik']],
    [
      'sixty-one years older',
      (born: string) => earlier(born, 61),
      ['warning NIK_DOB_MISMATCH motherNik', 'warning MOTHER_AGE motherBirthDate'],
    ],
  ])('takes a mother who is %s for what she is', (_name, mother, findings) => {
    const changed = (a: Answers) => ({ ...a, motherBirthDate: mother(textIn(a, 'birthDate')) })
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', changed).findings).toEqual(findings)
  })

  it('wants a father who is older than the child', () => {
    const changed = (a: Answers) => ({ ...a, fatherBirthDate: textIn(a, 'birthDate') })
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', changed).findings).toEqual([
      'warning NIK_DOB_MISMATCH fatherNik',
      'error PARENT_NOT_OLDER fatherBirthDate',
    ])
  })

  it('leaves the father out when the deed has none: not checked, not kept', () => {
    const withFather = {
      hasMarriageProof: false,
      kkShowsCouple: false,
      applicantRight: 'MOTHER',
      fatherNik: '123',
    }
    const found = trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', withFather)
    expect(found.pages).not.toContain('father')
    expect(found.findings).toEqual([])
    expect(found.papers).not.toContain('KTP_FATHER')
    const kept = tidyAnswers(BIRTH_REGULAR, {
      answers: { ...withFather, fatherName: 'YOHANIS TUAPETI' },
      reportOn: '2026-11-24',
    })
    expect(Object.keys(kept).filter((id) => id.startsWith('father'))).toEqual([])
  })

  it('does not take a father as applicant for a deed without a father', () => {
    expect(
      trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'motherOnly', { applicantRight: 'FATHER' }).findings,
    ).toEqual(['error PARENT_STATUS applicantRight'])
  })

  it('does not take a child as their own applicant', () => {
    const change = {
      applicantRight: 'SELF',
      applicantName: 'GRASELA TUAPETI',
      applicantNik: '8101096003880008',
    }
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', change).findings).toEqual([
      'error APPLICANT_TOO_YOUNG applicantRight',
    ])
  })

  it('asks no NIK of a foreign parent', () => {
    expect(
      trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', {
        fatherCitizenship: '2',
        fatherNik: '',
        applicantRight: 'MOTHER',
      }).findings,
    ).toEqual([])
    expect(
      trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime', { fatherNik: '', applicantRight: 'MOTHER' })
        .findings,
    ).toEqual(['error ANSWER_MISSING fatherNik'])
  })

  it('says what the deed will say', () => {
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime').says['parents']).toBe(
      'Di akta tertulis: anak dari ayah dan ibu.',
    )
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'motherOnly').says['parents']).toContain(
      'anak seorang ibu',
    )
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'coupleStatement').says['parents']).toContain(
      'belum tercatat',
    )
    expect(birthEvidence({ answers: {}, reportOn: '2026-11-24' })).toBe('UNKNOWN')
  })

  it('yields deed and card for a child, the deed for an adult, and a case more for a twin', () => {
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime').outputs).toEqual(['AKTA', 'KK'])
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'adult').outputs).toEqual(['AKTA'])
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'twins').followUps).toEqual(['BIRTH_REGULAR'])
    expect(trial('AKTA_KELAHIRAN', 'BIRTH_REGULAR', 'onTime').followUps).toEqual([])
  })
})
