import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import type { AnswerRow, Answers } from './answers.ts'
import type { Field, KindDefinition } from './service-definition.ts'

export type Identity = { readonly kind: 'nik' | 'noKk'; readonly digits: string }

/** Every whole NIK and No. KK in the answers, each once: what the search index keeps as keyed hashes. */
export function identitiesIn(kind: KindDefinition, answers: Answers): readonly Identity[] {
  const found = new Map<string, Identity>()
  const look = (fields: readonly Field[], values: Answers | AnswerRow) => {
    for (const field of fields) {
      const value = values[field.id]
      if (Array.isArray(value)) value.forEach((row) => look(field.columns ?? [], row))
      if ((field.kind !== 'nik' && field.kind !== 'noKk') || typeof value !== 'string') continue
      const digits = normaliseDigits(value)
      if (/^[0-9]{16}$/.test(digits)) found.set(`${field.kind}:${digits}`, { kind: field.kind, digits })
    }
  }
  look(
    kind.questions.flatMap((question) => question.fields),
    answers,
  )
  return [...found.values()]
}
