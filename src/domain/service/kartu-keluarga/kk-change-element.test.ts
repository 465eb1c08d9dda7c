import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { rowsIn } from '../read-answers.ts'
import { trial, withRow } from '../kind-trial.ts'

const base = ['F102', 'F106', 'OLD_KK']
const twice = (answers: Answers): Answers => ({
  ...answers,
  changes: [...rowsIn(answers, 'changes'), ...rowsIn(answers, 'changes')],
})

describe('Data di KK berubah atau salah (B3)', () => {
  it.each([
    ['education, with a diploma', 'education', {}, [...base, 'ELEMENT_PROOF'], []],
    ['religion, without any proof', 'withoutProof', {}, [...base, 'F104'], []],
    [
      'a name: corrected deed or court order as well',
      'name',
      {},
      [...base, 'ELEMENT_PROOF', 'CORRECTED_DEED'],
      [],
    ],
    [
      'the new value is the old one in capitals',
      'education',
      (a: Answers) => withRow(a, 'changes', 0, { newValue: ' tamat  sd ' }),
      [...base, 'ELEMENT_PROOF'],
      ['error NOTHING_CHANGES changes[0].newValue'],
    ],
    [
      'no ground',
      'education',
      (a: Answers) => withRow(a, 'changes', 0, { ground: '' }),
      [...base, 'ELEMENT_PROOF'],
      ['error ANSWER_MISSING changes[0].ground'],
    ],
    [
      'the same element twice',
      'education',
      twice,
      [...base, 'ELEMENT_PROOF'],
      ['error CHANGE_TWICE changes[1].element'],
    ],
    [
      'a column from nowhere',
      'education',
      (a: Answers) => withRow(a, 'changes', 0, { colour: 'red' }),
      [...base, 'ELEMENT_PROOF'],
      ['error UNKNOWN_ANSWER changes[0].colour'],
    ],
  ])('%s', (_name, variant, change, papers, findings) => {
    const found = trial('KK', 'KK_CHANGE_ELEMENT', variant, change)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual(findings)
  })

  it('says that the NIK stays when a birth date changes', () => {
    expect(
      trial('KK', 'KK_CHANGE_ELEMENT', 'education', (a) =>
        withRow(a, 'changes', 0, { element: 'BIRTH_DATE' }),
      ).says['changes'],
    ).toContain('NIK tetap')
    expect(trial('KK', 'KK_CHANGE_ELEMENT', 'education').says['changes']).toBeUndefined()
  })
})
