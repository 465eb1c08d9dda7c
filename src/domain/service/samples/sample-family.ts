import type { AnswerRow, Answers } from '../answers.ts'
import type { SampleContext, SamplePerson } from './sample-person.ts'
import { between, pick, sampleFamilyName, sampleNoKk, samplePerson } from './sample-person.ts'

export type SampleFamily = {
  readonly husband: SamplePerson
  readonly wife: SamplePerson
  readonly children: readonly SamplePerson[]
  readonly noKk: string
}

/** A couple with as many children as asked for, on one card. */
export function sampleFamily(context: SampleContext, children = 2): SampleFamily {
  const { random, negeri, reportOn } = context
  const family = sampleFamilyName(random)
  const motherAge = between(random, 30, 42)
  return {
    husband: samplePerson(context, '1', motherAge + between(random, 0, 6), family),
    wife: samplePerson(context, '2', motherAge, sampleFamilyName(random)),
    children: Array.from({ length: children }, (_, index) =>
      samplePerson(context, random() < 0.5 ? '1' : '2', 4 + index * 3, family),
    ),
    noKk: sampleNoKk(random, negeri, reportOn),
  }
}

/** The line of a person in a list of members: relation and marital status by the official codes. */
export function memberRow(person: SamplePerson, relation: string, maritalStatus: string): AnswerRow {
  const { name, nik, sex, birthDate } = person
  return { name, nik, sex, birthDate, relation, maritalStatus }
}

/** Everyone of a family, the husband as its head. */
export function familyRows({ husband, wife, children }: SampleFamily): AnswerRow[] {
  return [
    memberRow(husband, '1', '2'),
    memberRow(wife, '3', '2'),
    ...children.map((child) => memberRow(child, '4', '1')),
  ]
}

/** A number that rings nowhere: 0812 and a run of zeros. */
export function samplePhone({ random }: SampleContext): string {
  return `08120000${String(between(random, 0, 9999)).padStart(4, '0')}`
}

/** Who applies, by name: instead of whoever the other answers named. */
export function namedApplicant(person: SamplePerson, right = 'SELF'): Answers {
  return { applicantRight: right, applicantName: person.name, applicantNik: person.nik }
}

/** Who applies, where the news goes, and both statements. */
export function applicantAnswers(context: SampleContext, person: SamplePerson, right = 'SELF'): Answers {
  return { ...namedApplicant(person, right), ...noticeAnswers(context, context.random() < 0.8) }
}

/** Where the news goes, and both statements. */
export function noticeAnswers(context: SampleContext, byPhone = true): Answers {
  return {
    ...(byPhone ? { noticeTo: 'PHONE', phone: samplePhone(context) } : { noticeTo: 'NEGERI' }),
    truthStatement: true,
    privacyNoticeRead: true,
  }
}

const STREETS = [
  'Jalan Trans Seram',
  'Jalan Pattimura',
  'Jalan Pelabuhan',
  'Kampung Baru',
  'Jalan Pala',
  'Kampung Tengah',
  'Jalan Cengkih',
  'Dusun Waimital',
] as const

/** A street and, often, a number. */
export function sampleStreet({ random }: SampleContext): string {
  return `${pick(random, STREETS)} ${between(random, 1, 60)}`
}

/** An address in the negeri where the case is filed. */
export function localAddress(context: SampleContext, prefix: string): Answers {
  return {
    [`${prefix}Negeri`]: context.negeri,
    [`${prefix}Address`]: sampleStreet(context),
    [`${prefix}Rt`]: String(between(context.random, 1, 12)).padStart(3, '0'),
    [`${prefix}Rw`]: String(between(context.random, 1, 5)).padStart(3, '0'),
  }
}

/** The number of a paper, in the form offices use. */
export function paperNumber({ random, reportOn }: SampleContext, kind: string): string {
  return `${between(random, 1, 480)}/${kind}/${reportOn.slice(0, 4)}`
}
