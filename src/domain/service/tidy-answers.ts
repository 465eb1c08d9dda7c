import { normaliseName } from '#domain/shared/person-name.ts'
import { normalisePhone } from '#domain/shared/phone.ts'
import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import { tidy } from '#domain/shared/text.ts'
import type { AnswerRow, Answers, AnswerValue, Situation } from './answers.ts'
import { isBlank } from './check-field.ts'
import { visibleColumns, withoutHidden } from './check-form.ts'
import type { Field, KindDefinition } from './service-definition.ts'

/**
 * The answers as they are kept: text trimmed, names in capitals, digits without blanks, blanks left out, and nothing
 * that this situation does not ask (a father, once the child is of a mother only). Tidying twice changes nothing.
 */
export function tidyAnswers(kind: KindDefinition, given: Situation): Answers {
  const situation = withoutHidden(kind, given)
  const fields = kind.questions.flatMap((question) => question.fields)
  const kept = fields.flatMap((field): [string, AnswerValue][] => {
    const value = situation.answers[field.id]
    if (value === undefined) return []
    const tidied = tidyValue(field, value, situation)
    return isBlank(tidied) ? [] : [[field.id, tidied]]
  })
  const answers = Object.fromEntries(kept)
  return Object.keys(answers).length === Object.keys(given.answers).length
    ? answers
    : tidyAnswers(kind, { ...given, answers })
}

/** One answer as it is kept, by the kind of its field. What cannot be read is left for the check to name. */
export function tidyValue(field: Field, value: AnswerValue, situation: Situation): AnswerValue {
  if (Array.isArray(value))
    return value.map((row) => tidyRow(field, row, situation)).filter((row) => Object.keys(row).length > 0)
  if (typeof value !== 'string') return value
  if (field.kind === 'name') return normaliseName(value)
  if (field.kind === 'nik' || field.kind === 'noKk') return normaliseDigits(value)
  if (field.kind === 'phone') return normalisePhone(value)
  return field.kind === 'longText' ? value.trim() : tidy(value)
}

function tidyRow(field: Field, row: AnswerRow, situation: Situation): AnswerRow {
  const kept: AnswerRow = {}
  for (const column of visibleColumns(field, row, situation)) {
    const value = row[column.id]
    if (value === undefined) continue
    const tidied = tidyValue(column, value, situation)
    if (!Array.isArray(tidied) && !isBlank(tidied)) kept[column.id] = tidied
  }
  return kept
}
