import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { trial, withRow } from '../kind-trial.ts'

const base = ['F103', 'KK']
const move = (variant: string, change: Answers | ((answers: Answers) => Answers) = {}) =>
  trial('SKPWNI', 'MOVE_OUT', variant, change)

describe('Pindah ke luar kabupaten', () => {
  it.each([
    ['the whole family', 'wholeFamily', base, []],
    ['the head only', 'headOnly', base, ['KK_NEW_HEAD']],
    ['the head and some', 'headAndSome', base, ['KK_NEW_HEAD']],
    ['members only', 'membersOnly', base, []],
    ['a child without parents', 'childAlone', [...base, 'CHILD_CARE_LETTER'], []],
    ['only children stay behind', 'stayersUnderAge', [...base, 'GUARDIAN_STATEMENT'], ['KK_NEW_HEAD']],
  ])('%s', (_name, variant, papers, followUps) => {
    const found = move(variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
    expect(found.followUps).toEqual(followUps)
    expect(found.outputs).toEqual(['SKPWNI'])
  })

  it.each([
    [
      'everyone moves, but one is not listed',
      'wholeFamily',
      (a: Answers) => ({ ...a, familyCount: Number(a['familyCount']) + 1 }),
      ['error MEMBERS_INVALID members'],
    ],
    [
      'more people than the card has',
      'wholeFamily',
      (a: Answers) => ({ ...a, familyCount: 1 }),
      ['error MEMBERS_INVALID members'],
    ],
    [
      'the head moves, but is not listed',
      'wholeFamily',
      (a: Answers) => withRow(a, 'members', 0, { relation: '2' }),
      ['error MEMBERS_INVALID members'],
    ],
    [
      'members only, with the head',
      'membersOnly',
      (a: Answers) => withRow(a, 'members', 0, { relation: '1' }),
      ['error MEMBERS_INVALID members'],
    ],
    [
      'the head only, with someone else',
      'headAndSome',
      (a: Answers) => ({ ...a, moveKind: '1' }),
      ['error MEMBERS_INVALID members'],
    ],
    [
      'some, but it is everyone',
      'headAndSome',
      (a: Answers) => ({ ...a, familyCount: 3 }),
      ['error MEMBERS_INVALID moveKind'],
    ],
    [
      'the head leaves and nobody says what becomes of the rest',
      'headOnly',
      (a: Answers) => ({ ...a, stayers: '' }),
      ['error ANSWER_MISSING stayers'],
    ],
    [
      'only children stay, and no guardian',
      'stayersUnderAge',
      (a: Answers) => ({ ...a, guardianSolution: '', guardianName: '' }),
      ['error ANSWER_MISSING guardianSolution', 'error ANSWER_MISSING guardianName'],
    ],
    [
      'another reason without words',
      'wholeFamily',
      (a: Answers) => ({ ...a, reason: '7', reasonText: '' }),
      ['error ANSWER_MISSING reasonText'],
    ],
    [
      'to this kabupaten',
      'wholeFamily',
      (a: Answers) => ({ ...a, destinationRegency: '81.01' }),
      ['error MOVE_IS_WITHIN destinationRegency'],
    ],
    [
      'no address there',
      'wholeFamily',
      (a: Answers) => ({ ...a, destinationAddress: '' }),
      ['error ANSWER_MISSING destinationAddress'],
    ],
  ])('%s', (_name, variant, changed, findings) => {
    expect(move(variant, changed).findings).toEqual(findings)
  })

  it('asks of those who stay only when the head leaves them', () => {
    expect(move('wholeFamily').pages).not.toContain('stayers')
    expect(move('membersOnly').pages).not.toContain('stayers')
    expect(move('headOnly').pages).toContain('stayers')
  })

  it('says the class, which nobody is asked', () => {
    expect(move('wholeFamily', { destinationRegency: '81.71' }).says['destination']).toContain(
      'Pindah antar kabupaten',
    )
    expect(move('wholeFamily', { destinationRegency: '31.72' }).says['destination']).toContain(
      'Pindah antar provinsi',
    )
  })
})
