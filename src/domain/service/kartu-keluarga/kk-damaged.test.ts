import { describe, expect, it } from 'vitest'
import { trial } from '../kind-trial.ts'

describe('KK rusak (C2)', () => {
  it.each([
    ['damaged', {}, []],
    ['what is damaged is left out', { damage: '' }, ['error ANSWER_MISSING damage']],
    ['what is damaged is two letters', { damage: 'x2' }, ['error TEXT_TOO_SHORT damage']],
  ])('%s', (_name, change, findings) => {
    const { papers, findings: found } = trial('KK', 'KK_DAMAGED', 'damaged', change)
    expect(papers).toEqual(['F102', 'DAMAGED_KK', 'KTP'])
    expect(found).toEqual(findings)
  })
})
