import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { rowsIn } from '../read-answers.ts'
import { trial } from '../kind-trial.ts'

describe('WNI kembali dari luar negeri (A5)', () => {
  it.each([
    ['with SKPLN', 'skpln', {}, ['F102', 'SKPLN', 'TRAVEL_DOCUMENT'], []],
    ['with a letter of the mission', 'mission', {}, ['F102', 'MISSION_LETTER', 'TRAVEL_DOCUMENT'], []],
    [
      'a child born abroad without a NIK',
      'childWithoutNik',
      {},
      ['F102', 'MISSION_LETTER', 'TRAVEL_DOCUMENT', 'F101'],
      [],
    ],
    [
      'a passport may end in the future',
      'skpln',
      { passportExpiry: '2031-01-01' },
      ['F102', 'SKPLN', 'TRAVEL_DOCUMENT'],
      [],
    ],
    [
      'the arrival may not',
      'skpln',
      { arrivalDate: '2026-11-25' },
      ['F102', 'SKPLN', 'TRAVEL_DOCUMENT'],
      ['error DATE_FUTURE arrivalDate'],
    ],
    [
      'one biodata too many',
      'childWithoutNik',
      (a: Answers) => ({ ...a, biodata: [...rowsIn(a, 'biodata'), ...rowsIn(a, 'biodata')] }),
      ['F102', 'MISSION_LETTER', 'TRAVEL_DOCUMENT', 'F101'],
      ['error BIODATA_COUNT biodata'],
    ],
  ])('%s', (_name, variant, change, papers, findings) => {
    const found = trial('KK', 'KK_NEW_RETURN', variant, change)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual(findings)
  })
})
