import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { trial, withRow } from '../kind-trial.ts'

/** The applicant of the split turns 17 on this day of 2009, or has not yet. */
const bornOn = (day: string, maritalStatus: string) => (answers: Answers) => {
  const nik = `810112${day.slice(8)}${day.slice(5, 7)}${day.slice(2, 4)}9001`
  const person = { splitterBirthDate: day, splitterMaritalStatus: maritalStatus, splitterNik: nik }
  return { ...withRow(answers, 'members', 0, { birthDate: day, nik, maritalStatus }), ...person }
}

describe('Pisah KK di alamat yang sama (A3)', () => {
  it.each([
    ['own wish', 'ownWish', ['F102', 'OLD_KK', 'KTP']],
    ['marriage', 'marriage', ['F102', 'OLD_KK', 'KTP', 'MARRIAGE_PROOF']],
    ['marriage without a deed', 'marriageNoDeed', ['F102', 'OLD_KK', 'KTP', 'F105']],
    ['divorce', 'divorce', ['F102', 'OLD_KK', 'KTP', 'DIVORCE_PROOF']],
  ])('%s', (_name, variant, papers) => {
    const found = trial('KK', 'KK_NEW_SPLIT', variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
  })

  it.each([
    ['17 today', '2009-11-24', '1', []],
    [
      '17 tomorrow',
      '2009-11-25',
      '1',
      ['error SPLIT_NOT_ELIGIBLE splitterBirthDate', 'error HEAD_UNDERAGE members[0].relation'],
    ],
    [
      '17 tomorrow but married: a doubt only',
      '2009-11-25',
      '2',
      ['warning MARRIED_YOUNG members[0].maritalStatus'],
    ],
  ])('%s', (_name, day, maritalStatus, findings) => {
    expect(trial('KK', 'KK_NEW_SPLIT', 'ownWish', bornOn(day, maritalStatus)).findings).toEqual(findings)
  })
})
