import { describe, expect, it } from 'vitest'
import { trial } from '../kind-trial.ts'

describe('KK untuk penduduk rentan (A6)', () => {
  it.each([
    ['everyone has a NIK', 'withNik', ['F102', 'IDENTITY_LETTER']],
    [
      'without NIK, with birth or school papers',
      'withPapers',
      ['F102', 'IDENTITY_LETTER', 'F101', 'RT_LETTER', 'BIRTH_OR_SCHOOL'],
    ],
    [
      'without NIK and without any papers',
      'withoutPapers',
      ['F102', 'IDENTITY_LETTER', 'F101', 'RT_LETTER', 'F104'],
    ],
  ])('%s', (_name, variant, papers) => {
    const found = trial('KK', 'KK_NEW_VULNERABLE', variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
  })

  it('does not ask for papers of the birth when everyone has a NIK, whatever was answered before', () => {
    expect(trial('KK', 'KK_NEW_VULNERABLE', 'withNik', { hasOwnPapers: false }).papers).toEqual([
      'F102',
      'IDENTITY_LETTER',
    ])
  })
})
