import { describe, expect, it } from 'vitest'
import { trial } from '../kind-trial.ts'

describe('KK hilang (C1)', () => {
  it.each([
    ['lost', {}, ['F102', 'LOSS_REPORT', 'KTP'], []],
    ['lost, by a proxy', { applicantRight: 'PROXY' }, ['F102', 'LOSS_REPORT', 'KTP', 'F107'], []],
    [
      'the loss report is of tomorrow',
      { lossReportDate: '2026-11-25' },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error DATE_FUTURE lossReportDate'],
    ],
    [
      'no number of the report',
      { lossReportNumber: ' ' },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error ANSWER_MISSING lossReportNumber'],
    ],
    [
      'no phone',
      { noticeTo: 'PHONE', phone: '' },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error ANSWER_MISSING phone'],
    ],
    ['news by the negeri office', { noticeTo: 'NEGERI', phone: '' }, ['F102', 'LOSS_REPORT', 'KTP'], []],
    [
      'the statement is refused',
      { truthStatement: false },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error CONSENT_REFUSED truthStatement'],
    ],
    [
      'an answer from nowhere',
      { shoeSize: 42 },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error UNKNOWN_ANSWER shoeSize'],
    ],
    [
      'a card of the future',
      { noKk: '8101122512260001' },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error KK_DATE_FUTURE noKk'],
    ],
    [
      'a number where text belongs',
      { lossReportNumber: 12 },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error WRONG_TYPE lossReportNumber'],
    ],
    [
      'a choice that is none',
      { applicantRight: 'KING' },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error CHOICE_UNKNOWN applicantRight'],
    ],
    [
      'an e-mail without an @',
      { email: 'yohanis.example' },
      ['F102', 'LOSS_REPORT', 'KTP'],
      ['error EMAIL_INVALID email'],
    ],
  ])('%s', (_name, change, papers, findings) => {
    const { papers: needed, findings: found, outputs } = trial('KK', 'KK_LOST', 'lost', change)
    expect(needed).toEqual(papers)
    expect(found).toEqual(findings)
    expect(outputs).toEqual(['KK'])
  })

  it('lets a number of impossible structure pass, once someone saw it on the card', () => {
    const odd = { noKk: '8101123502120012', applicantNik: '8101121203880000' }
    const first = trial('KK', 'KK_LOST', 'lost', odd)
    expect(first.findings).toEqual(['error NIK_SERIAL_ZERO applicantNik', 'error KK_DAY_RANGE noKk'])
    expect(first.pages).toContain('oddNumbers')
    const seen = trial('KK', 'KK_LOST', 'lost', { ...odd, numbersAsOnCard: true })
    expect(seen.findings).toEqual(['warning NIK_SERIAL_ZERO applicantNik', 'warning KK_DAY_RANGE noKk'])
    const short = trial('KK', 'KK_LOST', 'lost', { noKk: '810112', numbersAsOnCard: true })
    expect(short.findings).toEqual(['error KK_LENGTH noKk'])
    expect(short.pages).not.toContain('oddNumbers')
  })
})
