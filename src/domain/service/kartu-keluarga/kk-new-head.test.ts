import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { trial, withRow } from '../kind-trial.ts'

describe('Ganti kepala keluarga (A2)', () => {
  it.each([
    ['the head died', 'died', ['F102', 'OLD_KK', 'DEATH_DEED']],
    ['the head moved away', 'moved', ['F102', 'OLD_KK', 'MOVE_LETTER']],
    [
      'only children remain, an adult joins',
      'onlyChildrenAdultHead',
      ['F102', 'OLD_KK', 'DEATH_DEED', 'GUARDIAN_KK'],
    ],
    [
      'only children remain, a relative takes them in',
      'onlyChildrenRelative',
      ['F102', 'OLD_KK', 'DEATH_DEED', 'GUARDIAN_STATEMENT', 'GUARDIAN_KK'],
    ],
  ])('%s', (_name, variant, papers) => {
    const found = trial('KK', 'KK_NEW_HEAD', variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
  })

  const removeGuardian = ({
    guardianSolution: _1,
    guardianName: _2,
    guardianNik: _3,
    guardianNoKk: _4,
    ...rest
  }: Answers): Answers => rest

  it('blocks a family of children until someone grown up is named', () => {
    expect(trial('KK', 'KK_NEW_HEAD', 'onlyChildrenAdultHead', removeGuardian).findings).toEqual([
      'error ANSWER_MISSING guardianSolution',
      'error ANSWER_MISSING guardianName',
      'error ANSWER_MISSING guardianNik',
      'error ANSWER_MISSING guardianNoKk',
    ])
  })

  it.each([
    [
      'a child as head beside an adult',
      'died',
      (a: Answers) => withRow(withRow(a, 'members', 0, { relation: '3' }), 'members', 1, { relation: '1' }),
      ['error HEAD_UNDERAGE members[1].relation'],
    ],
    [
      'a child as head of children',
      'onlyChildrenAdultHead',
      (a: Answers) => withRow(a, 'members', 0, { relation: '1' }),
      ['error HEAD_UNDERAGE members[0].relation'],
    ],
    [
      'the former head is still on the list',
      'moved',
      (a: Answers) => ({
        ...a,
        oldHeadNik: '8101096003880008',
        members:
          withRow(a, 'members', 0, { nik: '8101096003880008', birthDate: '1988-03-20' })['members'] ?? [],
      }),
      ['error OLD_HEAD_LISTED members[0].nik'],
    ],
  ])('%s', (_name, variant, changed, findings) => {
    expect(trial('KK', 'KK_NEW_HEAD', variant, changed).findings).toEqual(findings)
  })
})
