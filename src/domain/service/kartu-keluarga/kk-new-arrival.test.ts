import { describe, expect, it } from 'vitest'
import { trial } from '../kind-trial.ts'

describe('Pindah datang (A4)', () => {
  it.each([
    ['own house', 'ownHouse', {}, ['F102', 'SKPWNI'], []],
    ['rented house', 'rented', {}, ['F102', 'SKPWNI', 'OWNER_CONSENT'], []],
    ['joins a card', 'joins', {}, ['F102', 'SKPWNI', 'HOST_STATEMENT'], []],
    [
      'a child without parents',
      'childAlone',
      {},
      ['F102', 'SKPWNI', 'HOST_STATEMENT', 'CHILD_CARE_LETTER'],
      [],
    ],
    [
      'a child of others comes with a family',
      'ownHouse',
      { childAlone: true },
      ['F102', 'SKPWNI', 'CHILD_CARE_LETTER'],
      [],
    ],
    [
      'only children, whatever was answered',
      'childAlone',
      { childAlone: false },
      ['F102', 'SKPWNI', 'HOST_STATEMENT', 'CHILD_CARE_LETTER'],
      [],
    ],
    [
      'the owner of the house is not named',
      'rented',
      { houseOwnerName: '' },
      ['F102', 'SKPWNI', 'OWNER_CONSENT'],
      ['error ANSWER_MISSING houseOwnerName'],
    ],
    [
      'the origin is this kabupaten',
      'ownHouse',
      { originRegency: '81.01' },
      ['F102', 'SKPWNI'],
      ['error ORIGIN_IS_HERE originRegency'],
    ],
    [
      'the origin is no kabupaten',
      'ownHouse',
      { originRegency: '81.00' },
      ['F102', 'SKPWNI'],
      ['error REGENCY_UNKNOWN originRegency'],
    ],
    [
      'the SKPWNI is of tomorrow',
      'ownHouse',
      { skpwniDate: '2026-11-25' },
      ['F102', 'SKPWNI'],
      ['error DATE_FUTURE skpwniDate'],
    ],
  ])('%s', (_name, variant, change, papers, findings) => {
    const found = trial('KK', 'KK_NEW_ARRIVAL', variant, change)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual(findings)
  })
})
