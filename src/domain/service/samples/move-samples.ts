import type { Answers } from '../answers.ts'
import {
  applicantAnswers,
  familyRows,
  localAddress,
  memberRow,
  sampleFamily,
  sampleStreet,
} from './sample-family.ts'
import type { SampleFamily } from './sample-family.ts'
import type { SampleContext } from './sample-person.ts'
import { between, pick, sampleNoKk, samplePerson } from './sample-person.ts'
import type { Sample } from './sample.ts'

const FAR = [
  ['81.71', 'Sirimau', 'Batu Merah'],
  ['81.06', 'Seram Barat', 'Piru'],
  ['81.04', 'Namlea', 'Namlea'],
  ['73.71', 'Panakkukang', 'Karampuang'],
  ['31.72', 'Cakung', 'Penggilingan'],
  ['91.71', 'Abepura', 'Kota Baru'],
] as const

function farAddress(context: SampleContext): Answers {
  const [regency, district, village] = pick(context.random, FAR)
  return {
    destinationRegency: regency,
    destinationDistrict: district.toUpperCase(),
    destinationVillage: village.toUpperCase(),
    destinationAddress: sampleStreet(context),
    destinationRt: '003',
    destinationRw: '001',
  }
}

function nearAddress(context: SampleContext): Answers {
  return { ...localAddress(context, 'destination'), destinationAddress: 'Kampung Baru 7', housing: 'OWN' }
}

const reason = ({ random }: SampleContext): Answers => {
  const why = pick(random, ['1', '2', '3', '4', '5', '6', '7'])
  return why === '7' ? { reason: why, reasonText: 'Ikut orang tua kembali ke kampung' } : { reason: why }
}

function move(
  context: SampleContext,
  family: SampleFamily,
  moveKind: string,
  members: Answers['members'],
): Answers {
  const headLeaves = moveKind === '1' || moveKind === '3'
  return {
    ...applicantAnswers(context, moveKind === '4' ? family.wife : family.husband),
    ...reason(context),
    noKk: family.noKk,
    familyCount: 2 + family.children.length,
    originAddress: `Jalan Lama ${between(context.random, 1, 40)}`,
    originRt: '001',
    originRw: '002',
    moveKind,
    members: members ?? [],
    movers: '2',
    ...(headLeaves ? { stayers: '2', stayersAllUnderAge: false } : {}),
  }
}

const headOnly = (context: SampleContext): Answers => {
  const family = sampleFamily(context)
  return move(context, family, '1', familyRows(family).slice(0, 1))
}

const wholeFamily = (context: SampleContext): Answers => {
  const family = sampleFamily(context, between(context.random, 0, 3))
  return move(context, family, '2', familyRows(family))
}

const headAndSome = (context: SampleContext): Answers => {
  const family = sampleFamily(context, 3)
  return move(context, family, '3', familyRows(family).slice(0, 3))
}

const membersOnly = (context: SampleContext): Answers => {
  const family = sampleFamily(context, 1)
  const adult = samplePerson(
    context,
    '1',
    between(context.random, 18, 24),
    family.husband.name.split(' ').at(-1) ?? '',
  )
  return { ...move(context, family, '4', [memberRow(adult, '4', '1')]), familyCount: 4 }
}

const childAlone = (context: SampleContext): Answers => {
  const family = sampleFamily(context, 2)
  return { ...move(context, family, '4', familyRows(family).slice(3)), applicantRight: 'FAMILY' }
}

const stayersUnderAge = (context: SampleContext): Answers => {
  const family = sampleFamily(context, 3)
  const guardian = samplePerson(context, '2', 55, 'Pelupessy')
  return {
    ...move(context, family, '3', familyRows(family).slice(0, 2)),
    stayers: '1',
    stayersAllUnderAge: true,
    guardianSolution: 'RELATIVE_KK',
    guardianName: guardian.name,
    guardianNik: guardian.nik,
  }
}

const MOVES: Readonly<Record<string, Sample>> = {
  wholeFamily,
  headOnly,
  headAndSome,
  membersOnly,
  childAlone,
  stayersUnderAge,
}

const to = (address: Sample, moves: Readonly<Record<string, Sample>>): Readonly<Record<string, Sample>> =>
  Object.fromEntries(
    Object.entries(moves).map(([variant, sample]): [string, Sample] => [
      variant,
      (context) => ({ ...sample(context), ...address(context) }),
    ]),
  )

/** Moves to another kabupaten or province: all four kinds of F-1.03. */
export const MOVE_OUT_SAMPLES = to(farAddress, MOVES)

/** Moves within the kabupaten, with the housing that each brings. */
export const MOVE_WITHIN_SAMPLES: Readonly<Record<string, Sample>> = {
  ...to(nearAddress, MOVES),
  rented: (context) => ({
    ...wholeFamily(context),
    ...nearAddress(context),
    housing: 'RENT',
    houseOwnerName: 'SARLOTA SOUISA',
  }),
  joins: (context) => ({
    ...membersOnly(context),
    ...nearAddress(context),
    housing: 'JOIN',
    movers: '1',
    joinHeadName: 'RUSDI MALAWAT',
    joinNoKk: sampleNoKk(context.random, context.negeri, context.reportOn),
  }),
}
