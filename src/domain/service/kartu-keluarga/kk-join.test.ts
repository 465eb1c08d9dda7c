import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { trial, withRow } from '../kind-trial.ts'

const base = ['F102', 'HOST_KK', 'OLD_KK', 'HOST_STATEMENT']

describe('Menumpang di KK lain (B1)', () => {
  it.each([
    ['an adult', 'adult', {}, base, []],
    ['a child', 'child', {}, [...base, 'CHILD_CARE_LETTER'], []],
    [
      'the joined card is the old one',
      'adult',
      (a: Answers) => ({ ...a, joinNoKk: a['noKk'] ?? '' }),
      base,
      ['error JOIN_SAME_KK joinNoKk'],
    ],
    [
      'the guest as head',
      'adult',
      (a: Answers) => withRow(a, 'members', 0, { relation: '1' }),
      base,
      ['error SHDK_INVALID members[0].relation'],
    ],
  ])('%s', (_name, variant, change, papers, findings) => {
    const found = trial('KK', 'KK_JOIN', variant, change)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual(findings)
  })
})
