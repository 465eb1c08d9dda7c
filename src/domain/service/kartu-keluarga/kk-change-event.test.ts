import { describe, expect, it } from 'vitest'
import { trial } from '../kind-trial.ts'

describe('KK berubah karena peristiwa penting (B2)', () => {
  it.each([
    ['birth', 'BIRTH_PROOF'],
    ['death', 'DEATH_PROOF'],
    ['marriage', 'MARRIAGE_PROOF'],
    ['divorce', 'DIVORCE_PROOF'],
    ['adoption', 'ADOPTION_PROOF'],
    ['recognition', 'RECOGNITION_PROOF'],
    ['other', 'OTHER_PROOF'],
  ])('%s is proven by its own paper and no other', (variant, proof) => {
    const found = trial('KK', 'KK_CHANGE_EVENT', variant)
    expect(found.papers).toEqual(['F102', 'OLD_KK', proof])
    expect(found.findings).toEqual([])
  })

  it('wants words for another event', () => {
    expect(trial('KK', 'KK_CHANGE_EVENT', 'other', { eventText: '' }).findings).toEqual([
      'error ANSWER_MISSING eventText',
    ])
  })
})
