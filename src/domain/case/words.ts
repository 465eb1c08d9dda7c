import type { Instant } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { Text } from '#domain/shared/text.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'

/** How to say what a sentence names. Times and dates are formatted by whoever shows them. */
export type Words = {
  readonly time: (at: Instant) => Text
  readonly date: (on: LocalDate) => Text
  readonly paper: (ruleId: string) => Text
  readonly field: (fieldId: string) => Text
  readonly output: (outputId: string) => Text
}

/** The names of a kind's papers, fields and outputs; an id that it does not know stands for itself. */
export function namesOf(kind: KindDefinition | undefined): Pick<Words, 'paper' | 'field' | 'output'> {
  const fields = kind?.questions.flatMap((question) => question.fields) ?? []
  const label = (things: readonly { readonly id: string; readonly label: Text }[], id: string): Text =>
    things.find((thing) => thing.id === id)?.label ?? { id, en: id }
  return {
    paper: (id) => label(kind?.papers ?? [], id),
    field: (id) => label(fields, id),
    output: (id) => label(kind?.outputs ?? [], id),
  }
}

/** "buku nikah, KTP-el ibu dan 2 lagi": at most three by name, the rest as a number. */
export function listed(names: readonly Text[]): Text {
  const shown = names.slice(0, 3)
  const more = names.length - shown.length
  const join = (texts: readonly string[], and: string, rest: string): string => {
    const parts = more > 0 ? [...texts, rest] : texts
    return parts.length < 2
      ? (parts[0] ?? '')
      : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1) ?? ''}`
  }
  return {
    id: join(
      shown.map((name) => name.id),
      'dan',
      `${more} lagi`,
    ),
    en: join(
      shown.map((name) => name.en),
      'and',
      `${more} more`,
    ),
  }
}
