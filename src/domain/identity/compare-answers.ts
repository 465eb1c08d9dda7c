import type { AnswerRow, Answers, PlainAnswer } from '#domain/service/answers.ts'
import type { Field, KindDefinition } from '#domain/service/service-definition.ts'
import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import { tidy } from '#domain/shared/text.ts'
import { ALIKE, nameLikeness } from './name-likeness.ts'

/** `alike`: another spelling, or one slip. `onlyOne`: the other form does not say. */
export type Verdict = 'same' | 'alike' | 'different' | 'onlyOne'

/** One fact of two cases: where it stands in each, and whether it says the same. Never the value itself. */
export type CompareLine = {
  readonly field: string
  readonly column?: string
  /** The line of a repeated field in each case; left out where that case has no such line. */
  readonly left?: number
  readonly right?: number
  readonly verdict: Verdict
}

/** Statements and where the news goes say nothing of whose case it is. */
const BESIDE: ReadonlySet<string> = new Set(['truthStatement', 'privacyNoticeRead', 'noticeTo', 'email'])

/**
 * Compares two forms of one kind fact by fact, in the order of the form, on the whole values: two masked numbers that
 * look alike need not be. People of a list are laid beside each other by their NIK, then by their name.
 */
export function compareAnswers(kind: KindDefinition, one: Answers, other: Answers): readonly CompareLine[] {
  const fields = kind.questions.flatMap((question) => question.fields).filter(({ id }) => !BESIDE.has(id))
  return fields.flatMap((field): readonly CompareLine[] => {
    if (field.kind === 'rows') return rowLines(field, rowsOf(one[field.id]), rowsOf(other[field.id]))
    const verdict = verdictOf(field, plain(one[field.id]), plain(other[field.id]))
    return verdict === undefined ? [] : [{ field: field.id, verdict }]
  })
}

function rowLines(
  field: Field,
  one: readonly AnswerRow[],
  other: readonly AnswerRow[],
): readonly CompareLine[] {
  return besideEachOther(one, other).flatMap(([left, right]) =>
    (field.columns ?? []).flatMap((column): readonly CompareLine[] => {
      const verdict = verdictOf(
        column,
        plain(left === undefined ? undefined : one[left]?.[column.id]),
        plain(right === undefined ? undefined : other[right]?.[column.id]),
      )
      if (verdict === undefined) return []
      const places = { ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) }
      return [{ field: field.id, column: column.id, ...places, verdict }]
    }),
  )
}

type Pair = readonly [left: number | undefined, right: number | undefined]

function besideEachOther(one: readonly AnswerRow[], other: readonly AnswerRow[]): readonly Pair[] {
  const free = new Set(other.keys())
  const pairs = one.map((row, left): Pair => {
    const right = [...free].find((index) => samePerson(row, other[index] ?? {}))
    if (right !== undefined) free.delete(right)
    return [left, right]
  })
  return [...pairs, ...[...free].map((right): Pair => [undefined, right])]
}

function samePerson(one: AnswerRow, other: AnswerRow): boolean {
  const nik = digitsIn(one['nik'])
  const theirs = digitsIn(other['nik'])
  if (nik !== '' && theirs !== '') return nik === theirs
  return nameLikeness(String(one['name'] ?? ''), String(other['name'] ?? '')) >= ALIKE
}

function verdictOf(
  field: Field,
  one: PlainAnswer | undefined,
  other: PlainAnswer | undefined,
): Verdict | undefined {
  if (one === undefined && other === undefined) return undefined
  if (one === undefined || other === undefined) return 'onlyOne'
  if (written(field, one) === written(field, other)) return 'same'
  const alike = field.kind === 'name' && nameLikeness(String(one), String(other)) >= ALIKE
  return alike ? 'alike' : 'different'
}

/** As it counts: digits without blanks, words without regard to capitals. */
function written(field: Field, value: PlainAnswer): string {
  if (field.kind === 'nik' || field.kind === 'noKk' || field.kind === 'phone') return digitsIn(value)
  return tidy(String(value)).toLocaleLowerCase('id')
}

function digitsIn(value: PlainAnswer | undefined): string {
  return typeof value === 'string' ? normaliseDigits(value) : ''
}

function plain(value: Answers[string] | undefined): PlainAnswer | undefined {
  return Array.isArray(value) || value === '' ? undefined : value
}

function rowsOf(value: Answers[string] | undefined): readonly AnswerRow[] {
  return Array.isArray(value) ? value : []
}
