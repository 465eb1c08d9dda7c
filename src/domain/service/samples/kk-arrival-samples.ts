import { addDays } from '#domain/shared/local-date.ts'
import type { Answers } from '../answers.ts'
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
import { between, pick, sampleFamilyName, sampleNoKk, samplePerson } from './sample-person.ts'
import type { Sample } from './sample.ts'

const ago = ({ random, reportOn }: SampleContext, least: number, most: number) =>
  addDays(reportOn, -between(random, least, most))
const someNoKk = ({ random, negeri, reportOn }: SampleContext) => sampleNoKk(random, negeri, reportOn)
const lastName = (name: string): string => name.split(' ').at(-1) ?? ''

function arrival(context: SampleContext, housing: Answers): Answers {
  const family = sampleFamily(context)
  return {
    ...applicantAnswers(context, family.husband),
    originRegency: pick(context.random, ['81.71', '81.06', '73.71', '31.74']),
    skpwniNumber: paperNumber(context, 'SKPWNI'),
    skpwniDate: ago(context, 3, 60),
    ...localAddress(context, 'new'),
    ...housing,
    members: familyRows(family),
    childAlone: false,
  }
}

const host = (context: SampleContext): Answers => {
  const head = samplePerson(context, '1', 52, sampleFamilyName(context.random))
  return { joinHeadName: head.name, joinNoKk: someNoKk(context) }
}

/** A4. */
export const KK_NEW_ARRIVAL_SAMPLES: Readonly<Record<string, Sample>> = {
  ownHouse: (context) => arrival(context, { housing: 'OWN' }),
  rented: (context) => arrival(context, { housing: 'RENT', houseOwnerName: 'MARLEN SAHETAPY' }),
  joins: (context) => {
    const person = samplePerson(
      context,
      '2',
      between(context.random, 18, 30),
      sampleFamilyName(context.random),
    )
    return {
      ...arrival(context, { housing: 'JOIN', ...host(context) }),
      ...namedApplicant(person),
      members: [memberRow(person, '9', '1')],
    }
  },
  childAlone: (context) => {
    const child = samplePerson(context, '2', 12, sampleFamilyName(context.random))
    const aunt = samplePerson(context, '2', 40, lastName(child.name))
    return {
      ...arrival(context, { housing: 'JOIN', ...host(context) }),
      ...namedApplicant(aunt, 'FAMILY'),
      members: [memberRow(child, '9', '1')],
      childAlone: true,
    }
  },
}

function returning(context: SampleContext, proof: 'SKPLN' | 'MISSION'): Answers {
  const family = sampleFamily(context, 1)
  return {
    ...applicantAnswers(context, family.husband),
    country: pick(context.random, ['Malaysia', 'Belanda', 'Papua Nugini', 'Australia']),
    arrivalDate: ago(context, 5, 120),
    returnProof: proof,
    returnProofNumber: paperNumber(context, proof),
    passportNumber: `C${between(context.random, 1_000_000, 9_999_999)}`,
    passportExpiry: addDays(context.reportOn, between(context.random, 100, 2000)),
    ...localAddress(context, 'new'),
    members: familyRows(family),
  }
}

/** A5. */
export const KK_NEW_RETURN_SAMPLES: Readonly<Record<string, Sample>> = {
  skpln: (context) => returning(context, 'SKPLN'),
  mission: (context) => returning(context, 'MISSION'),
  childWithoutNik: (context) => {
    const answers = returning(context, 'MISSION')
    return { ...answers, ...withOneNikless(Array.isArray(answers['members']) ? answers['members'] : []) }
  },
}

function vulnerable(context: SampleContext): Answers {
  const family = sampleFamily(context, 1)
  return {
    ...applicantAnswers(context, family.husband),
    identityLetterNumber: paperNumber(context, 'SKPTI'),
    identityLetterDate: ago(context, 3, 90),
    ...localAddress(context, 'new'),
    members: familyRows(family),
  }
}

/** A6. */
export const KK_NEW_VULNERABLE_SAMPLES: Readonly<Record<string, Sample>> = {
  withNik: vulnerable,
  withPapers: (context) => ({
    ...vulnerable(context),
    ...withOneNikless(familyRows(sampleFamily(context, 1))),
    hasOwnPapers: true,
  }),
  withoutPapers: (context) => ({
    ...vulnerable(context),
    ...withOneNikless(familyRows(sampleFamily(context, 1))),
    hasOwnPapers: false,
  }),
}
