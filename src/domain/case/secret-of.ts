import * as z from 'zod/mini'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { maskAnswers } from '#domain/service/mask-answers.ts'
import type { CaseFile } from './case-file.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'

const Name = z.string().check(z.minLength(1), z.maxLength(60))

/** Where a masked value stands: a field, a column of one line of a repeated field, or a number of an issued document. */
export const SecretPlace = z.strictObject({
  field: Name,
  row: z.optional(z.number().check(z.int(), z.gte(0), z.lt(30))),
  column: z.optional(Name),
})
export type SecretPlace = z.infer<typeof SecretPlace>

/** The field name that stands for the numbers of documents: `issued`, the line of `issued`, and the number's name. */
const ISSUED_NUMBERS = ['documentNumber', 'allottedNik', 'allottedNoKk'] as const

/**
 * One value in full, by its place. Only what is masked on the screen can be asked for: a place that is not masked,
 * not answered or not there is `undefined`.
 */
export function secretOf(
  file: CaseFile,
  kind: KindDefinition | undefined,
  place: SecretPlace,
): string | undefined {
  if (place.field === 'issued') return issuedSecret(file, place)
  if (kind === undefined) return undefined
  const plain = pick(file.answers[place.field], place)
  const shown = pick(maskAnswers(kind, file.answers)[place.field], place)
  return plain !== undefined && plain !== maskLongNumbers(shown) ? plain : undefined
}

function pick(value: CaseFile['answers'][string] | undefined, place: SecretPlace): string | undefined {
  const found = Array.isArray(value)
    ? place.row === undefined || place.column === undefined
      ? undefined
      : value[place.row]?.[place.column]
    : value
  return typeof found === 'string' && found !== '' ? found : undefined
}

function issuedSecret(file: CaseFile, place: SecretPlace): string | undefined {
  const number = ISSUED_NUMBERS.find((one) => one === place.column)
  const document = place.row === undefined ? undefined : file.issued[place.row]
  const plain = number && document?.[number]
  return plain !== undefined && plain !== maskLongNumbers(plain) ? plain : undefined
}
