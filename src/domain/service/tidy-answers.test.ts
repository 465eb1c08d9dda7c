import { describe, expect, it } from 'vitest'
import { kindOf } from './catalogue.ts'
import { neededPapers } from './check-form.ts'
import type { KindDefinition } from './service-definition.ts'
import { tidyAnswers } from './tidy-answers.ts'
import type { Answers } from './answers.ts'

const kind = (service: 'KK' | 'AKTA_KELAHIRAN' | 'SKPWNI', id: string): KindDefinition => {
  const found = kindOf(service, id)
  if (found === undefined) throw new Error(id)
  return found
}
const tidied = (one: KindDefinition, answers: Answers) =>
  tidyAnswers(one, { answers, reportOn: '2026-11-24' })

describe('the answers as they are kept', () => {
  it.each([
    ['a name in capitals', { applicantName: '  yohanis  tuapeti ' }, { applicantName: 'YOHANIS TUAPETI' }],
    [
      'a NIK without blanks, dots and hyphens',
      { applicantNik: '8101 0912.0388-0003' },
      { applicantNik: '8101091203880003' },
    ],
    [
      'a phone number with 0 in front',
      { noticeTo: 'PHONE', phone: '+62 812-0000-1234' },
      { noticeTo: 'PHONE', phone: '081200001234' },
    ],
    [
      'text with one blank between words',
      { damage: ' basah   kena banjir' },
      { damage: 'basah kena banjir' },
    ],
    ['nothing for blank text', { damage: '   ' }, {}],
    ['a no is an answer', { truthStatement: false }, { truthStatement: false }],
    ['what the form does not know is dropped', { shoeSize: 42 }, {}],
    ['what is not asked is dropped', { noticeTo: 'NEGERI', phone: '081200001234' }, { noticeTo: 'NEGERI' }],
  ])('%s', (_name, given, kept) => {
    expect(tidied(kind('KK', 'KK_DAMAGED'), given)).toEqual(kept)
  })

  it('drops empty lines and hidden columns, and keeps the rest of a line', () => {
    const row = { name: 'ana souisa', sex: '2', religion: '1', beliefBody: 'left over', birthPlace: ' ' }
    const answers = { members: [{ name: 'ana souisa' }, {}], biodata: [row, {}] }
    expect(tidied(kind('KK', 'KK_NEW_RETURN'), answers)).toEqual({
      members: [{ name: 'ANA SOUISA' }],
      biodata: [{ name: 'ANA SOUISA', sex: '2', religion: '1' }],
    })
  })

  it('drops what was asked only because of an answer that is dropped itself', () => {
    const chain = {
      hasMarriageProof: true,
      kkShowsCouple: true,
      motherBirthDate: '2010-11-24',
      motherNeverMarried: true,
    }
    expect(tidied(kind('AKTA_KELAHIRAN', 'BIRTH_REGULAR'), chain)).toEqual({
      hasMarriageProof: true,
      motherBirthDate: '2010-11-24',
    })
  })
})

describe('an answer that was given before the situation changed', () => {
  it('asks for no paper, and takes none away', () => {
    const birth = kind('AKTA_KELAHIRAN', 'BIRTH_REGULAR')
    const answers = { hasMarriageProof: true, motherBirthDate: '2010-11-24', motherNeverMarried: true }
    expect(neededPapers(birth, { answers, reportOn: '2026-11-24' }).map((paper) => paper.id)).toContain(
      'KTP_MOTHER',
    )
  })
})
