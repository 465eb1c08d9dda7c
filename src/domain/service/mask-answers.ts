import { maskNikInText } from '#domain/shared/nik.ts'
import { maskDigits } from '#domain/shared/sixteen-digits.ts'
import type { AnswerRow, Answers, AnswerValue, PlainAnswer } from './answers.ts'
import type { Field, KindDefinition } from './service-definition.ts'

/**
 * The answers as they may travel: each NIK and No. KK as `8101••••••••0003`, and any 16 digits that someone wrote into
 * another field hidden the same way. Only the audited reveal sends a whole number. Ids that the kind does not know
 * are left out.
 */
export function maskAnswers(kind: KindDefinition, answers: Answers): Answers {
  const fields = kind.questions.flatMap((question) => question.fields)
  const masked: Answers = {}
  for (const field of fields) {
    const value: AnswerValue | undefined = answers[field.id]
    if (value === undefined) continue
    masked[field.id] = Array.isArray(value)
      ? value.map((row) => maskRow(field, row))
      : maskValue(field, value)
  }
  return masked
}

function maskRow(field: Field, row: AnswerRow): AnswerRow {
  const masked: AnswerRow = {}
  for (const column of field.columns ?? []) {
    const value = row[column.id]
    if (value !== undefined) masked[column.id] = maskValue(column, value)
  }
  return masked
}

function maskValue(field: Field, value: PlainAnswer): PlainAnswer {
  if (typeof value === 'boolean') return value
  if (field.kind === 'nik' || field.kind === 'noKk') return maskDigits(String(value))
  const text = maskNikInText(String(value))
  return typeof value === 'number' && text === String(value) ? value : text
}
