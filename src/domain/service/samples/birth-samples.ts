import { addDays } from '#domain/shared/local-date.ts'
import type { AnswerRow, Answers } from '../answers.ts'
import { noticeAnswers, paperNumber, sampleFamily } from './sample-family.ts'
import type { SampleContext, SamplePerson } from './sample-person.ts'
import { between, pick, sampleFamilyName, sampleName, sampleNoKk, samplePerson } from './sample-person.ts'
import type { Sample } from './sample.ts'

function witness(context: SampleContext): AnswerRow {
  const person = samplePerson(
    context,
    context.random() < 0.5 ? '1' : '2',
    between(context.random, 25, 60),
    sampleFamilyName(context.random),
  )
  const { name, nik, birthDate } = person
  return {
    name,
    nik,
    birthDate,
    noKk: sampleNoKk(context.random, context.negeri, context.reportOn),
    citizenship: '1',
  }
}

const parent = (who: 'mother' | 'father', person: SamplePerson): Answers => ({
  [`${who}Name`]: person.name,
  [`${who}Citizenship`]: '1',
  [`${who}Nik`]: person.nik,
  [`${who}BirthPlace`]: 'MALUKU TENGAH',
  [`${who}BirthDate`]: person.birthDate,
})

/** A child born `days` ago; every other sample says what is different. */
function bornDaysAgo(context: SampleContext, days: number): Answers {
  const { random, reportOn } = context
  const family = sampleFamily(context, 0)
  const sex = random() < 0.5 ? '1' : '2'
  return {
    birthDate: addDays(reportOn, -days),
    birthTime: `${String(between(random, 0, 23)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`,
    childName: sampleName(random, sex, family.husband.name.split(' ').at(-1) ?? ''),
    childSex: sex,
    placeKind: pick(random, ['1', '2', '3', '4']),
    birthPlace: 'MALUKU TENGAH',
    birthKind: '1',
    birthOrder: between(random, 1, 4),
    birthAttendant: pick(random, ['1', '2', '3']),
    weightGram: between(random, 24, 38) * 100,
    lengthCm: between(random, 46, 52),
    hasBirthLetter: true,
    birthLetterNumber: paperNumber(context, 'SKK/PKM'),
    hasMarriageProof: true,
    marriageDeedNumber: paperNumber(context, 'AK'),
    marriageDate: addDays(reportOn, -between(random, 900, 3000)),
    ...parent('mother', family.wife),
    ...parent('father', family.husband),
    noKk: family.noKk,
    witnesses: [witness(context), witness(context)],
    applicantRight: pick(random, ['FATHER', 'MOTHER']),
    ...noticeAnswers(context, random() < 0.8),
  }
}

const motherOnly = (answers: Answers): Answers => {
  const kept = Object.entries(answers).filter(
    ([id]) => !id.startsWith('father') && !id.startsWith('marriage'),
  )
  return {
    ...Object.fromEntries(kept),
    hasMarriageProof: false,
    kkShowsCouple: false,
    applicantRight: 'MOTHER',
  }
}

const withoutMarriageProof = ({
  marriageDeedNumber: _number,
  marriageDate: _date,
  ...rest
}: Answers): Answers => ({
  ...rest,
  hasMarriageProof: false,
  kkShowsCouple: true,
})

const withoutBirthLetter = ({ birthLetterNumber: _number, ...rest }: Answers): Answers => ({
  ...rest,
  hasBirthLetter: false,
  placeKind: '4',
  birthAttendant: '3',
})

const days = ({ random }: SampleContext): number => between(random, 3, 55)

/** Births whose mother is known. */
export const BIRTH_REGULAR_SAMPLES: Readonly<Record<string, Sample>> = {
  onTime: (context) => bornDaysAgo(context, days(context)),
  late: (context) => bornDaysAgo(context, between(context.random, 61, 1800)),
  coupleStatement: (context) => withoutMarriageProof(bornDaysAgo(context, days(context))),
  motherOnly: (context) => motherOnly(bornDaysAgo(context, days(context))),
  noBirthLetter: (context) => withoutBirthLetter(bornDaysAgo(context, days(context))),
  twins: (context) => ({ ...bornDaysAgo(context, days(context)), birthKind: '2' }),
  youngMother: (context) => {
    const mother = samplePerson(context, '2', 16, sampleFamilyName(context.random))
    const grandmother = samplePerson(context, '2', 41, mother.name.split(' ').at(-1) ?? '')
    return {
      ...motherOnly(bornDaysAgo(context, days(context))),
      ...parent('mother', mother),
      motherNeverMarried: true,
      applicantRight: 'FAMILY',
      applicantName: grandmother.name,
      applicantNik: grandmother.nik,
    }
  },
  adult: (context) => {
    const family = sampleFamilyName(context.random)
    const adult = samplePerson(context, '1', between(context.random, 20, 35), family)
    return {
      ...withoutBirthLetter(bornDaysAgo(context, 0)),
      birthDate: adult.birthDate,
      childName: adult.name,
      childSex: adult.sex,
      ...parent('mother', samplePerson(context, '2', 62, sampleFamilyName(context.random))),
      ...parent('father', samplePerson(context, '1', 65, family)),
      marriageDate: addDays(adult.birthDate, -700),
      applicantRight: 'SELF',
      applicantName: adult.name,
      applicantNik: adult.nik,
    }
  },
  proxy: (context) => {
    const holder = samplePerson(context, '1', 38, sampleFamilyName(context.random))
    return {
      ...bornDaysAgo(context, days(context)),
      applicantRight: 'PROXY',
      applicantName: holder.name,
      applicantNik: holder.nik,
    }
  },
}

function found(context: SampleContext, proof: 'POLICE' | 'STATEMENT'): Answers {
  const { random, reportOn } = context
  const foundOn = addDays(reportOn, -between(random, 2, 20))
  const carer = samplePerson(context, '2', between(random, 30, 50), sampleFamilyName(random))
  const sex = random() < 0.5 ? '1' : '2'
  return {
    foundPlace: 'Pelabuhan Amahai',
    foundDate: foundOn,
    foundProof: proof,
    ...(proof === 'POLICE' ? { policeReportNumber: paperNumber(context, 'BA/POLSEK') } : {}),
    birthDate: addDays(foundOn, -1),
    childName: sampleName(random, sex, 'Amahai'),
    childSex: sex,
    carerName: carer.name,
    carerNik: carer.nik,
    noKk: sampleNoKk(random, context.negeri, reportOn),
    witnesses: [witness(context), witness(context)],
    applicantRight: 'FINDER',
    applicantName: carer.name,
    applicantNik: carer.nik,
    ...noticeAnswers(context),
  }
}

/** Children of unknown parents. */
export const BIRTH_FOUNDLING_SAMPLES: Readonly<Record<string, Sample>> = {
  police: (context) => found(context, 'POLICE'),
  statement: (context) => found(context, 'STATEMENT'),
}
