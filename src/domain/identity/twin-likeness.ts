import type { LocalDate } from '#domain/shared/local-date.ts'
import { ALIKE, nameLikeness, SAME, slipsBetween } from './name-likeness.ts'
import type { ChildProfile, FamilyProfile, MoveProfile, NamedPerson, TwinProfile } from './twin-profile.ts'
import type { TwinReason } from './twin-reason.ts'

export type TwinLikeness = {
  readonly matter: TwinProfile['matter']
  /** Only to put the likeliest first. */
  readonly points: number
  /** What speaks for it and, behind, what does not fit. */
  readonly reasons: readonly TwinReason[]
}

type Finding = readonly [points: number, reason?: TwinReason]

/** So many points and a case is likely the same; below, nothing is said. */
const LIKELY = 6

/**
 * Are these likely the same child, the same matter of a family, the same move? With the reasons in words that an
 * officer can check, or undefined. Symmetric. Two children of one birth, brothers and sisters, and another matter of the
 * same family are no doubles.
 */
export function twinLikeness(one: TwinProfile, other: TwinProfile): TwinLikeness | undefined {
  const findings = findingsOf(one, other)
  const points = findings.reduce((sum, [value]) => sum + value, 0)
  if (points < LIKELY) return undefined
  const reasons = [...findings].sort(([a], [b]) => b - a).flatMap(([, reason]) => reason ?? [])
  return { matter: one.matter, points, reasons }
}

function findingsOf(one: TwinProfile, other: TwinProfile): readonly Finding[] {
  if (one.matter === 'child') return other.matter === 'child' ? childFindings(one, other) : []
  if (one.matter === 'family') return other.matter === 'family' ? familyFindings(one, other) : []
  return other.matter === 'move' ? moveFindings(one, other) : []
}

function childFindings(one: ChildProfile, other: ChildProfile): readonly Finding[] {
  const like = nameLikeness(one.child.name, other.child.name)
  const several = one.multiple || other.multiple
  const otherOrder = one.order !== undefined && other.order !== undefined && one.order !== other.order
  if (several && (like < ALIKE || (otherOrder && like < 1))) return [] // two of one birth
  return [
    like >= SAME ? [3, 'child-same'] : like >= ALIKE ? [2, 'child-alike'] : [-1, 'child-differs'],
    bornFinding(one.child.birthDate, other.child.birthDate, like === 1),
    parentFinding(one.mother, other.mother, 3, ['mother-same', 'mother-alike', 'mother-differs']),
    parentFinding(one.father, other.father, 1, ['father-same', 'father-alike', undefined]),
    cardFinding(one, other),
    ...(one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex
      ? [[-1, 'sex-differs'] as const]
      : []),
  ]
}

/** Of two foundlings the card of whoever took them in is all there is beside the name that they were given. */
function cardFinding(one: ChildProfile, other: ChildProfile): Finding {
  if (one.noKk === undefined || other.noKk === undefined) return [0]
  if (one.noKk === other.noKk) return [1, 'card-same']
  return one.mother === undefined && other.mother === undefined ? [-1] : [0]
}

function bornFinding(one: LocalDate | undefined, other: LocalDate | undefined, sameName: boolean): Finding {
  if (one === undefined || other === undefined) return [0]
  if (one === other) return [3, 'born-same']
  return isSlip(one, other) ? [1, 'born-near'] : [sameName ? -2 : -4, 'born-differs']
}

/** Day and month that changed places, or one digit. */
function isSlip(one: LocalDate, other: LocalDate): boolean {
  const [year, month, day] = one.split('-')
  return other === `${year}-${day}-${month}` || slipsBetween(one, other) === 1
}

function parentFinding(
  one: NamedPerson | undefined,
  other: NamedPerson | undefined,
  most: number,
  [same, alike, differs]: readonly [TwinReason, TwinReason, TwinReason | undefined],
): Finding {
  if (one === undefined || other === undefined) return [0]
  if (one.nik !== undefined && one.nik === other.nik) return [most, same]
  const names = one.name !== '' && other.name !== ''
  const like = names ? nameLikeness(one.name, other.name) : 0
  const both = one.nik !== undefined && other.nik !== undefined
  if (like >= ALIKE && (!both || slipsBetween(one.nik, other.nik) <= 2)) return [Math.min(2, most), alike]
  if (!names && !both) return [0]
  return differs === undefined ? [0] : [both && like < ALIKE ? -3 : -1, differs]
}

function familyFindings(one: FamilyProfile, other: FamilyProfile): readonly Finding[] {
  if (one.about !== other.about) return []
  return groupFindings(one, other, 'matter-same')
}

function moveFindings(one: MoveProfile, other: MoveProfile): readonly Finding[] {
  return groupFindings(one, other, undefined)
}

/** The same card and the same people; where a list names people, a card alone is not enough: two of one family. */
function groupFindings(
  one: FamilyProfile | MoveProfile,
  other: FamilyProfile | MoveProfile,
  matter: TwinReason | undefined,
): readonly Finding[] {
  const shared = Math.min(sharedOf(one.people, other.people), sharedOf(other.people, one.people))
  const named = one.people.length > 0 && other.people.length > 0
  const card = one.noKk !== undefined && one.noKk === other.noKk
  if (named && shared === 0) return []
  return [
    ...(card ? [[named ? 3 : 6, 'card-same'] as const] : []),
    ...(shared > 0 ? [[shared > 1 ? 7 : 6, 'people-same'] as const] : []),
    ...(matter ? [[0, matter] as const] : []),
  ]
}

function sharedOf(people: readonly NamedPerson[], others: readonly NamedPerson[]): number {
  return people.filter((person) => others.some((them) => samePerson(person, them))).length
}

/** The same NIK is the same person, unless name and date of birth both say that it was mistyped. */
function samePerson(one: NamedPerson, other: NamedPerson): boolean {
  const niks = one.nik !== undefined && other.nik !== undefined
  if (niks && one.nik !== other.nik) return false
  const dates = one.birthDate !== undefined && other.birthDate !== undefined
  const born = !dates || one.birthDate === other.birthDate
  const alike = one.name === '' || other.name === '' || nameLikeness(one.name, other.name) >= ALIKE
  return niks ? alike || (dates && born) : alike && born
}
