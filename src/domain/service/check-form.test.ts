import { describe, expect, it } from 'vitest'
import type { Answers } from './answers.ts'
import { checkForm, findingsOf, hasErrors, visibleQuestions } from './check-form.ts'
import { sampleAnswers } from './sample-answers.ts'
import { seededRandom } from './samples/seeded-random.ts'
import type { Where } from './service-definition.ts'
import { MOVE_OUT } from './skpwni/move-out.ts'
import { MOVE_WITHIN } from './skpwni/move-within.ts'

const reportOn = '2026-11-24'
const negeri = '81.01.12.2001'
const context = { random: seededRandom(5), reportOn, negeri }
const codes = (kind: typeof MOVE_OUT, answers: Answers, where: Where) =>
  checkForm(kind, { answers, reportOn }, where).map(({ level, code, field }) => `${level} ${code} ${field}`)

describe('a form beside the regions of today', () => {
  const lists = { regencies: new Set(['81.01', '81.71']), districts: new Set(['81.01.12']) }
  const out = { ...sampleAnswers('MOVE_OUT', 'membersOnly', context), destinationRegency: '81.71' }

  it.each([
    ['all known', {}, []],
    [
      'a destination that no list has',
      { destinationRegency: '81.99' },
      ['error REGENCY_UNKNOWN destinationRegency'],
    ],
    [
      'an applicant first recorded in Ambon',
      { applicantNik: '8171012103900001' },
      ['warning NIK_OUTSIDE_REGENCY applicantNik'],
    ],
    [
      'an applicant of an old kecamatan',
      { applicantNik: '8101032103900001' },
      ['warning NIK_DISTRICT_UNKNOWN applicantNik'],
    ],
    [
      'a card of a kabupaten that was split',
      { noKk: '8199012103110001' },
      ['warning KK_REGENCY_UNKNOWN noKk', 'warning KK_OUTSIDE_REGENCY noKk'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(codes(MOVE_OUT, { ...out, ...change }, { negeri, knownRegions: lists })).toEqual(expected)
  })

  it('does not ask about a list that the caller has not', () => {
    expect(
      codes(MOVE_OUT, { ...out, destinationRegency: '81.99', applicantNik: '8101032103900001' }, { negeri }),
    ).toEqual([])
  })

  it('takes a negeri of the list only', () => {
    const within = sampleAnswers('MOVE_WITHIN', 'wholeFamily', context)
    expect(codes(MOVE_WITHIN, within, { negeri, knownNegeri: () => false })).toEqual([
      'error NEGERI_UNKNOWN destinationNegeri',
    ])
    expect(codes(MOVE_WITHIN, within, { negeri, knownNegeri: (code) => code === negeri })).toEqual([])
  })
})

describe('the findings of one page', () => {
  it('are those of its fields, also inside a line', () => {
    const findings = checkForm(MOVE_OUT, { answers: { members: [{ name: 'A 1' }] }, reportOn }, { negeri })
    const page = visibleQuestions(MOVE_OUT, { answers: {}, reportOn }).find(
      (question) => question.id === 'members',
    )
    const own = page ? findingsOf(page, findings) : []
    expect(own.every((finding) => finding.field === 'members')).toBe(true)
    expect(own.find((finding) => finding.code === 'NAME_DIGIT')).toMatchObject({ row: 0, column: 'name' })
    expect(hasErrors(own)).toBe(true)
    expect(hasErrors(own.filter((finding) => finding.level === 'warning'))).toBe(false)
  })
})
