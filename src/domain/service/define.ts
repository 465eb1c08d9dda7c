import type { Text } from '#domain/shared/text.ts'
import type { Choice, Field, FieldKind, Finding, PaperRule, Question } from './service-definition.ts'

/** A word in both languages, short enough to stand in a table of kinds. */
export function words(id: string, en: string): Text {
  return { id, en }
}

/** A field of a form: its id, what it holds, and its label in both languages. */
export function field(
  id: string,
  kind: FieldKind,
  labelId: string,
  labelEn: string,
  more: Omit<Field, 'id' | 'kind' | 'label'> = {},
): Field {
  return { id, kind, label: words(labelId, labelEn), ...more }
}

/** One answer of a `choice`. */
export function choice(value: string, id: string, en: string): Choice {
  return { value, label: words(id, en) }
}

/** One page: what is asked, and the fields that answer it. */
export function question(
  id: string,
  titleId: string,
  titleEn: string,
  fields: readonly Field[],
  more: Omit<Question, 'id' | 'title' | 'fields'> = {},
): Question {
  return { id, title: words(titleId, titleEn), fields, ...more }
}

/** A paper and why it is asked. Without `neededWhen` it is needed in every situation of its kind. */
export function paper(
  id: string,
  labelId: string,
  labelEn: string,
  because: Text,
  more: Omit<PaperRule, 'id' | 'label' | 'because'> = {},
): PaperRule {
  return { id, label: words(labelId, labelEn), because, ...more }
}

/** A fault of the form as a whole, pointing at the field where it can be mended. */
export function fault(
  field: string,
  code: string,
  id: string,
  en: string,
  at: { row?: number; column?: string } = {},
): Finding {
  return { level: 'error', code, field, text: words(id, en), ...at }
}

/** A doubt of the form as a whole, shown to officer and verifier. */
export function doubt(
  field: string,
  code: string,
  id: string,
  en: string,
  at: { row?: number; column?: string } = {},
): Finding {
  return { ...fault(field, code, id, en, at), level: 'warning' }
}
