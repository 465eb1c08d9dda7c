import { describe, expect, it } from 'vitest'
import { KK_CHANGE_ELEMENT } from './kartu-keluarga/kk-change-element.ts'
import { maskAnswers } from './mask-answers.ts'

describe('the answers as they may travel', () => {
  it('show the ends of a NIK and of a No. KK only, in lines too', () => {
    const answers = {
      noKk: '8101091705110012',
      applicantNik: '8101 0912 0388 0003',
      changes: [{ name: 'ANA SOUISA', nik: '8101095203880008', element: 'NAME', oldValue: 'ANNA' }],
    }
    expect(maskAnswers(KK_CHANGE_ELEMENT, answers)).toEqual({
      noKk: '8101••••••••0012',
      applicantNik: '8101••••••••0003',
      changes: [{ name: 'ANA SOUISA', nik: '8101••••••••0008', element: 'NAME', oldValue: 'ANNA' }],
    })
  })

  it('hide a number of wrong length altogether', () => {
    expect(maskAnswers(KK_CHANGE_ELEMENT, { applicantNik: '810109120388000' })).toEqual({
      applicantNik: '•'.repeat(15),
    })
  })

  it('hide a NIK that was written into another field, and one that came as a number', () => {
    const answers = { headName: 'ANA 8101-0952-0388-0008', noKk: 8_101_095_203_880_008, hasProof: true }
    expect(maskAnswers(KK_CHANGE_ELEMENT, answers)).toEqual({
      headName: 'ANA 8101••••••••0008',
      noKk: '8101••••••••0008',
      hasProof: true,
    })
  })

  it('leave out what the form does not know', () => {
    expect(maskAnswers(KK_CHANGE_ELEMENT, { secret: 'x', changes: [{ secret: 'x' }] })).toEqual({
      changes: [{}],
    })
  })
})
