import type { LocalDate } from '#domain/shared/local-date.ts'
import { boneOf, foldName } from './fold-name.ts'
import type { ChildProfile, FamilyProfile, MoveProfile, NamedPerson, TwinProfile } from './twin-profile.ts'

/** Of a long list so many people are enough to be found by. */
const MOST_PEOPLE = 8
const MOST_WORDS = 4

/**
 * The keys under which a likely double of this case would lie too. They are stored as keyed hashes only, and none is
 * of a name or a date alone: such a hash would tell by its frequency what it stands for. Two cases that have a key in
 * common may be doubles; whether they are is judged on the open facts (`twinLikeness`).
 */
export function twinKeysOf(profile: TwinProfile): readonly string[] {
  const keys =
    profile.matter === 'child'
      ? childKeys(profile)
      : profile.matter === 'family'
        ? familyKeys(profile)
        : moveKeys(profile)
  return [...new Set(keys)]
}

function childKeys({ child, mother, noKk }: ChildProfile): readonly string[] {
  const born = child.birthDate === undefined ? undefined : dateKey(child.birthDate)
  const name = wholeName(child.name)
  const motherName = mother && wholeName(mother.name)
  return [
    ...(born ? wordKeys(child.name).map((word) => `child|${word}|${born}`) : []),
    ...(born && mother?.nik ? [`child-of|${mother.nik}|${born}`] : []),
    ...(born && motherName ? [`child-of|${motherName}|${born}`] : []),
    ...(born && noKk ? [`child-on|${noKk}|${born}`] : []),
    ...(mother?.nik && name ? [`child-of|${mother.nik}|${name}`] : []),
    ...(motherName && name ? [`child-of|${motherName}|${name}`] : []),
  ]
}

function familyKeys({ about, noKk, people }: FamilyProfile): readonly string[] {
  return [...(noKk ? [`family|${about}|${noKk}`] : []), ...peopleKeys(`family|${about}`, people)]
}

function moveKeys({ noKk, people }: MoveProfile): readonly string[] {
  return [...(noKk ? [`move|${noKk}`] : []), ...peopleKeys('move', people)]
}

function peopleKeys(of: string, people: readonly NamedPerson[]): readonly string[] {
  return people
    .slice(0, MOST_PEOPLE)
    .flatMap(({ name, nik, birthDate }) => [
      ...(nik ? [`${of}|${nik}`] : []),
      ...(!nik && birthDate && wholeName(name) ? [`${of}|${wholeName(name)}|${dateKey(birthDate)}`] : []),
    ])
}

/** Day and month that changed places, the slip of every form, make the same key. */
function dateKey(date: LocalDate): string {
  const [year, month = '', day = ''] = date.split('-')
  return [year, ...[month, day].sort()].join('-')
}

/** Each word by its bones: a vowel more or less finds it all the same. */
function wordKeys(name: string): readonly string[] {
  return [
    ...new Set(
      foldName(name)
        .filter((word) => word.length > 1)
        .map(boneOf),
    ),
  ].slice(0, MOST_WORDS)
}

function wholeName(name: string): string {
  return foldName(name).map(boneOf).sort().join(' ')
}
