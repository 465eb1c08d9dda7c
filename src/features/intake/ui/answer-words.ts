import type { AnswerRow, AnswerValue } from '#domain/service/answers.ts'
import type { Field } from '#domain/service/service-definition.ts'
import { maskDigits } from '#domain/shared/sixteen-digits.ts'
import type { Text } from '#domain/shared/text.ts'

export type Reader = {
  readonly text: (text: Text) => string
  readonly placeName: (code: string) => string
  readonly yes: string
  readonly no: string
  readonly date: (date: string) => string
}

/** An answer as it is read back to the citizen; NIK and No. KK stay masked. */
export function answerWords(field: Field, value: AnswerValue | undefined, reader: Reader): string {
  if (value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map((row) => rowWords(field, row, reader)).join('\n')
  if (typeof value === 'boolean') return value ? reader.yes : reader.no
  const words = String(value)
  switch (field.kind) {
    case 'nik':
    case 'noKk':
      return maskDigits(words)
    case 'choice': {
      const chosen = field.choices?.find((one) => one.value === words)
      return chosen ? reader.text(chosen.label) : words
    }
    case 'negeri':
    case 'regency':
      return reader.placeName(words)
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(words) ? reader.date(words) : words
    case 'integer':
      return field.unit ? `${words} ${reader.text(field.unit)}` : words
    case 'name':
    case 'text':
    case 'longText':
    case 'time':
    case 'phone':
    case 'email':
    case 'yesNo':
    case 'rows':
      return words
  }
}

function rowWords(field: Field, row: AnswerRow, reader: Reader): string {
  return (field.columns ?? [])
    .map((column) => answerWords(column, row[column.id], reader))
    .filter(Boolean)
    .join(', ')
}
