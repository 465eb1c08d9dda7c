import type { AnswerRow, Answers } from '#domain/service/answers.ts'
import { SINGLE_BIRTH } from '#domain/service/code-lists.ts'
import { countIn, dayIn, rowsIn, textIn } from '#domain/service/read-answers.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'

/** Someone as a form names them. What was not answered is left out. */
export type NamedPerson = {
  readonly name: string
  readonly nik?: string
  readonly birthDate?: LocalDate
}

export type ChildProfile = {
  readonly matter: 'child'
  readonly child: NamedPerson
  readonly sex?: string
  /** One of several of one birth: each of them has a case of its own. */
  readonly multiple: boolean
  readonly order?: number
  readonly mother?: NamedPerson
  readonly father?: NamedPerson
  readonly noKk?: string
}

export type FamilyProfile = {
  readonly matter: 'family'
  /** The kind of the case, and of a change which one: another matter of the same family is no double. */
  readonly about: string
  /** Its own card; the card of a host or of a witness says nothing. */
  readonly noKk?: string
  readonly people: readonly NamedPerson[]
}

export type MoveProfile = {
  readonly matter: 'move'
  readonly noKk?: string
  readonly people: readonly NamedPerson[]
}

/** What of a case tells whose it is: what likely doubles are found and judged by. */
export type TwinProfile = ChildProfile | FamilyProfile | MoveProfile

/**
 * Reads it out of the answers, of a draft too: a form that names nobody yet has none. Whoever only applies, signs or
 * bears witness is left out, for one officer's aunt applies for many.
 */
export function twinProfileOf(service: ServiceId, kind: string, answers: Answers): TwinProfile | undefined {
  if (service === 'AKTA_KELAHIRAN') return childIn(answers)
  const noKk = sixteen(answers, 'noKk')
  const own = noKk === undefined ? {} : { noKk }
  if (service === 'SKPWNI') {
    const people = peopleIn(answers, 'members')
    return people.length === 0 && noKk === undefined ? undefined : { matter: 'move', ...own, people }
  }
  const people = [...peopleIn(answers, 'members'), ...peopleIn(answers, 'changes'), ...onlyOne(answers)]
  if (people.length === 0 && noKk === undefined) return undefined
  return { matter: 'family', about: aboutOf(kind, answers), ...own, people }
}

function childIn(answers: Answers): ChildProfile | undefined {
  const child = personIn(answers, 'childName', undefined, 'birthDate')
  if (child === undefined) return undefined
  const mother = personIn(answers, 'motherName', 'motherNik', 'motherBirthDate')
  const father = personIn(answers, 'fatherName', 'fatherNik', 'fatherBirthDate')
  const sex = textIn(answers, 'childSex')
  const order = countIn(answers, 'birthOrder')
  const noKk = sixteen(answers, 'noKk')
  return {
    matter: 'child',
    child,
    multiple: !['', SINGLE_BIRTH].includes(textIn(answers, 'birthKind')),
    ...(sex === '' ? {} : { sex }),
    ...(order === undefined ? {} : { order }),
    ...(mother ? { mother } : {}),
    ...(father ? { father } : {}),
    ...(noKk === undefined ? {} : { noKk }),
  }
}

/** The one whom a split or an event of the family is about. */
function onlyOne(answers: Answers): readonly NamedPerson[] {
  const split = personIn(answers, 'splitterName', 'splitterNik', 'splitterBirthDate')
  const event = personIn(answers, 'eventName', 'eventNik', undefined)
  return [split, event].filter((one) => one !== undefined)
}

function aboutOf(kind: string, answers: Answers): string {
  const event = textIn(answers, 'event')
  const elements = rowsIn(answers, 'changes').map((row) => textIn(row, 'element'))
  return [kind, event, ...[...new Set(elements)].sort()].filter((part) => part !== '').join(' ')
}

function peopleIn(answers: Answers, id: string): readonly NamedPerson[] {
  return rowsIn(answers, id).flatMap((row) => personIn(row, 'name', 'nik', 'birthDate') ?? [])
}

function personIn(
  answers: Answers | AnswerRow,
  nameField: string,
  nikField: string | undefined,
  dateField: string | undefined,
): NamedPerson | undefined {
  const name = textIn(answers, nameField)
  const nik = nikField === undefined ? undefined : sixteen(answers, nikField)
  const birthDate = dateField === undefined ? undefined : dayIn(answers, dateField)
  if (name === '' && nik === undefined) return undefined
  return { name, ...(nik === undefined ? {} : { nik }), ...(birthDate === undefined ? {} : { birthDate }) }
}

function sixteen(answers: Answers | AnswerRow, id: string): string | undefined {
  const digits = normaliseDigits(textIn(answers, id))
  return /^[0-9]{16}$/.test(digits) ? digits : undefined
}
