import { describe, expect, it } from 'vitest'
import { trial } from '../kind-trial.ts'

describe('Anak yang orang tuanya tidak diketahui', () => {
  it.each([
    ['with a police record', 'police', {}, ['F201', 'POLICE_RECORD', 'KK'], []],
    ['with a statement of two witnesses', 'statement', {}, ['F201', 'FOUND_STATEMENT', 'KK'], []],
    [
      'the record has no number',
      'police',
      { policeReportNumber: '' },
      ['F201', 'POLICE_RECORD', 'KK'],
      ['error ANSWER_MISSING policeReportNumber'],
    ],
  ])('%s', (_name, variant, change, papers, findings) => {
    const found = trial('AKTA_KELAHIRAN', 'BIRTH_FOUNDLING', variant, change)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual(findings)
  })

  it('has no place for parents', () => {
    expect(
      trial('AKTA_KELAHIRAN', 'BIRTH_FOUNDLING', 'police', { motherName: 'ESTER LEWERISSA' }).findings,
    ).toEqual(['error UNKNOWN_ANSWER motherName'])
  })
})
