import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { rowsIn, textIn } from '../read-answers.ts'
import { trial, withRow } from '../kind-trial.ts'

const base = ['F102', 'OLD_KK_HUSBAND', 'OLD_KK_WIFE']
const change = (answers: Answers, more: Answers): Answers => ({ ...answers, ...more })

describe('KK baru karena kawin atau cerai (A1)', () => {
  it.each([
    ['married', 'married', [...base, 'MARRIAGE_PROOF']],
    ['married without a deed: F-1.05 in its place', 'noDeed', [...base, 'F105']],
    ['divorced, one old card', 'divorced', ['F102', 'OLD_KK_HUSBAND', 'DIVORCE_PROOF']],
    ['one spouse from another kabupaten', 'spouseFromElsewhere', [...base, 'MARRIAGE_PROOF', 'SKPWNI']],
    ['someone without a NIK', 'withoutNik', [...base, 'MARRIAGE_PROOF', 'F101', 'RT_LETTER']],
    ['other elements change at once', 'elementsChange', [...base, 'MARRIAGE_PROOF', 'F106']],
  ])('%s', (_name, variant, papers) => {
    const found = trial('KK', 'KK_NEW_MARRIAGE', variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
  })

  it.each([
    ['two heads', (a: Answers) => withRow(a, 'members', 1, { relation: '1' }), ['error HEAD_COUNT members']],
    ['no head', (a: Answers) => withRow(a, 'members', 0, { relation: '2' }), ['error HEAD_COUNT members']],
    [
      'a marriage of 1899',
      (a: Answers) => change(a, { eventDate: '1899-12-31' }),
      ['error DATE_TOO_OLD eventDate'],
    ],
    [
      'one person twice',
      (a: Answers) => withRow(a, 'members', 1, { nik: textIn(rowsIn(a, 'members')[0] ?? {}, 'nik') }),
      [
        'warning NIK_DOB_MISMATCH members[1].nik',
        'warning NIK_SEX_MISMATCH members[1].nik',
        'error MEMBER_TWICE members[1].nik',
      ],
    ],
    ['nobody', (a: Answers) => change(a, { members: [] }), ['error ANSWER_MISSING members']],
    [
      'an address of another kabupaten',
      (a: Answers) => change(a, { newNegeri: '81.06.01.2001' }),
      ['error NEGERI_UNKNOWN newNegeri'],
    ],
    ['RT with two digits', (a: Answers) => change(a, { newRt: '02' }), ['error TEXT_SHAPE newRt']],
    [
      'a postal code of four digits',
      (a: Answers) => change(a, { newPostalCode: '9751' }),
      ['error TEXT_SHAPE newPostalCode'],
    ],
    [
      'the marriage is of tomorrow',
      (a: Answers) => change(a, { eventDate: '2026-11-25' }),
      ['error DATE_FUTURE eventDate'],
    ],
  ])('%s', (_name, changed, findings) => {
    expect(trial('KK', 'KK_NEW_MARRIAGE', 'married', changed).findings).toEqual(findings)
  })

  it('says at once that it works without a deed', () => {
    expect(trial('KK', 'KK_NEW_MARRIAGE', 'noDeed').says['basis']).toBe(
      'Tanpa akta tetap bisa. Pakai F-1.05 dengan dua saksi.',
    )
  })

  it('asks for the biodata of whoever has no NIK, line by line', () => {
    const found = trial('KK', 'KK_NEW_MARRIAGE', 'withoutNik', (a) =>
      withRow(a, 'biodata', 0, { religion: '7', maritalStatus: '2' }),
    )
    expect(found.pages).toContain('biodata')
    expect(found.findings).toEqual([
      'error ANSWER_MISSING biodata[0].beliefBody',
      'error ANSWER_MISSING biodata[0].marriageDeedNumber',
      'error ANSWER_MISSING biodata[0].marriageDate',
    ])
    expect(trial('KK', 'KK_NEW_MARRIAGE', 'married').pages).not.toContain('biodata')
  })
})
