import { addDays } from '#domain/shared/local-date.ts'
import type { Answers } from '../answers.ts'
import { textIn } from '../read-answers.ts'
import { withOneNikless } from './biodata-sample.ts'
import {
  applicantAnswers,
  familyRows,
  localAddress,
  memberRow,
  namedApplicant,
  paperNumber,
  sampleFamily,
} from './sample-family.ts'
import type { SampleContext } from './sample-person.ts'
import { between, sampleFamilyName, sampleNoKk, samplePerson } from './sample-person.ts'
import type { Sample } from './sample.ts'

const ago = ({ random, reportOn }: SampleContext, least: number, most: number) =>
  addDays(reportOn, -between(random, least, most))
const someNoKk = ({ random, negeri, reportOn }: SampleContext) => sampleNoKk(random, negeri, reportOn)

function married(context: SampleContext): Answers {
  const husband = samplePerson(
    context,
    '1',
    between(context.random, 22, 34),
    sampleFamilyName(context.random),
  )
  const wife = samplePerson(context, '2', between(context.random, 20, 32), sampleFamilyName(context.random))
  return {
    ...applicantAnswers(context, husband),
    basis: 'MARRIAGE',
    hasDeed: true,
    deedNumber: paperNumber(context, 'AK'),
    eventDate: ago(context, 5, 200),
    husbandNoKk: someNoKk(context),
    wifeNoKk: someNoKk(context),
    spouseFromElsewhere: false,
    ...localAddress(context, 'new'),
    members: [memberRow(husband, '1', '2'), memberRow(wife, '3', '2')],
    elementsChange: false,
  }
}

const withoutDeed = ({ deedNumber: _number, ...rest }: Answers): Answers => ({ ...rest, hasDeed: false })

/** A1. */
export const KK_NEW_MARRIAGE_SAMPLES: Readonly<Record<string, Sample>> = {
  married,
  noDeed: (context) => withoutDeed(married(context)),
  divorced: (context) => {
    const family = sampleFamily(context, 1)
    return {
      ...married(context),
      ...namedApplicant(family.wife),
      basis: 'DIVORCE',
      husbandNoKk: family.noKk,
      wifeNoKk: family.noKk,
      members: [
        memberRow(family.wife, '1', '4'),
        ...family.children.map((child) => memberRow(child, '4', '1')),
      ],
    }
  },
  spouseFromElsewhere: (context) => ({
    ...married(context),
    spouseFromElsewhere: true,
    skpwniNumber: paperNumber(context, 'SKPWNI'),
    originRegency: '81.71',
  }),
  withoutNik: (context) => {
    const family = sampleFamily(context, 1)
    return {
      ...married(context),
      ...namedApplicant(family.husband),
      ...withOneNikless(familyRows(family)),
    }
  },
  elementsChange: (context) => {
    const answers = married(context)
    return {
      ...answers,
      elementsChange: true,
      changes: [
        {
          name: textIn(answers, 'applicantName'),
          nik: textIn(answers, 'applicantNik'),
          element: 'OCCUPATION',
          oldValue: 'Belum bekerja',
          newValue: 'Nelayan',
          ground: 'Surat keterangan kerja',
        },
      ],
    }
  },
}

function headGone(context: SampleContext, how: 'DIED' | 'MOVED'): Answers {
  const { husband, wife, children, noKk } = sampleFamily(context)
  return {
    ...applicantAnswers(context, wife),
    noKk,
    oldHeadName: husband.name,
    oldHeadNik: husband.nik,
    headGone: how,
    goneDate: ago(context, 10, 300),
    ...(how === 'DIED'
      ? { deathDeedNumber: paperNumber(context, 'AKM') }
      : { moveLetterNumber: paperNumber(context, 'SKPWNI') }),
    members: [
      memberRow(wife, '1', how === 'DIED' ? '6' : '2'),
      ...children.map((child) => memberRow(child, '4', '1')),
    ],
  }
}

function onlyChildren(context: SampleContext, solution: string): Answers {
  const uncle = samplePerson(context, '1', 45, sampleFamilyName(context.random))
  const answers = headGone(context, 'DIED')
  return {
    ...answers,
    ...namedApplicant(uncle, 'FAMILY'),
    members: (Array.isArray(answers['members']) ? answers['members'] : []).slice(1),
    guardianSolution: solution,
    guardianName: uncle.name,
    guardianNik: uncle.nik,
    guardianNoKk: someNoKk(context),
  }
}

/** A2. */
export const KK_NEW_HEAD_SAMPLES: Readonly<Record<string, Sample>> = {
  died: (context) => headGone(context, 'DIED'),
  moved: (context) => headGone(context, 'MOVED'),
  onlyChildrenAdultHead: (context) => onlyChildren(context, 'ADULT_HEAD'),
  onlyChildrenRelative: (context) => onlyChildren(context, 'RELATIVE_KK'),
}

function split(context: SampleContext, cause: string, maritalStatus: string, age: number): Answers {
  const person = samplePerson(context, '1', age, sampleFamilyName(context.random))
  return {
    ...applicantAnswers(context, person),
    noKk: someNoKk(context),
    splitterName: person.name,
    splitterNik: person.nik,
    splitterBirthDate: person.birthDate,
    splitterMaritalStatus: maritalStatus,
    splitCause: cause,
    ...(cause === 'OWN_WISH' ? {} : { hasDeed: true }),
    members: [memberRow(person, '1', maritalStatus)],
  }
}

/** A3. */
export const KK_NEW_SPLIT_SAMPLES: Readonly<Record<string, Sample>> = {
  ownWish: (context) => split(context, 'OWN_WISH', '1', between(context.random, 18, 40)),
  marriage: (context) => split(context, 'MARRIAGE', '2', between(context.random, 20, 40)),
  marriageNoDeed: (context) => ({
    ...split(context, 'MARRIAGE', '3', between(context.random, 20, 40)),
    hasDeed: false,
  }),
  divorce: (context) => split(context, 'DIVORCE', '4', between(context.random, 25, 45)),
  marriedUnderAge: (context) => split(context, 'MARRIAGE', '2', 16),
}
