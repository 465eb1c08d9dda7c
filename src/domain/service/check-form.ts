import type { AnswerRow, Answers, AnswerValue, Situation } from './answers.ts'
import { checkField, isBlank } from './check-field.ts'
import { softenOddNumbers } from './parts/odd-numbers.ts'
import type {
  Field,
  Finding,
  KindDefinition,
  Output,
  PaperRule,
  Question,
  Where,
} from './service-definition.ts'

/** The pages that this situation asks, in order; a page whose fields are all hidden is not asked. */
export function visibleQuestions(kind: KindDefinition, situation: Situation): readonly Question[] {
  return kind.questions.filter(
    (question) => (question.shownWhen?.(situation) ?? true) && visibleFields(question, situation).length > 0,
  )
}

/** The fields of one page that this situation asks. */
export function visibleFields(question: Question, situation: Situation): readonly Field[] {
  return question.fields.filter((field) => field.shownWhen?.(situation) ?? true)
}

/** The columns that one line of a repeated question asks. */
export function visibleColumns(field: Field, row: AnswerRow, situation: Situation): readonly Field[] {
  return (field.columns ?? []).filter(
    (column) => (column.shownWhen?.(situation) ?? true) && (column.shownInRow?.(row, situation) ?? true),
  )
}

/**
 * The situation without the answers that it does not ask: a father, once the child is of a mother only. What a person
 * wrote before they answered otherwise must neither stop a form nor ask for a paper.
 */
export function withoutHidden(kind: KindDefinition, situation: Situation): Situation {
  const asked = new Set(
    visibleQuestions(kind, situation).flatMap((question) =>
      visibleFields(question, situation).map(({ id }) => id),
    ),
  )
  const kept = Object.entries(situation.answers).filter(([id]) => asked.has(id))
  if (kept.length === Object.keys(situation.answers).length) return situation
  // What was hidden may itself be the ground of a question further on: look again until nothing falls away.
  return withoutHidden(kind, { ...situation, answers: Object.fromEntries(kept) })
}

/** The papers that this situation needs, in the order of the kind: the checklist that submission freezes. */
export function neededPapers(kind: KindDefinition, given: Situation): readonly PaperRule[] {
  const situation = withoutHidden(kind, given)
  return kind.papers.filter((paper) => paper.neededWhen?.(situation) ?? true)
}

/** The documents that a case in this situation must yield before it is issued; cards that follow by themselves are left out. */
export function dueOutputs(kind: KindDefinition, given: Situation): readonly Output[] {
  const situation = withoutHidden(kind, given)
  return kind.outputs.filter((output) => output.optional !== true && (output.givenWhen?.(situation) ?? true))
}

/** Must this field be answered here? A field is required unless it says otherwise. */
export function isRequired(field: Field, situation: Situation): boolean {
  return typeof field.required === 'function' ? field.required(situation) : (field.required ?? true)
}

/**
 * Everything that is wrong or doubtful in a form: unknown ids, missing answers, each answer by its kind, then the
 * kind's own rules over several answers. Answers of hidden fields do not count (`tidyAnswers` drops them).
 * An `error` stops a submission, a `warning` never does.
 */
export function checkForm(kind: KindDefinition, given: Situation, where: Where): readonly Finding[] {
  const situation = withoutHidden(kind, given)
  const fields = visibleQuestions(kind, situation).flatMap((question) => visibleFields(question, situation))
  const own = fields.flatMap((field) => checkOne(field, situation, where))
  const found = [...unknownAnswers(kind, given.answers), ...own, ...(kind.check?.(situation, where) ?? [])]
  return softenOddNumbers(found, situation)
}

/** Only the findings of one page: what may stop the way to the next one. */
export function findingsOf(question: Question, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => question.fields.some((field) => field.id === finding.field))
}

/** Does anything in these findings stop a submission? */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error')
}

function checkOne(field: Field, situation: Situation, where: Where): readonly Finding[] {
  const value = situation.answers[field.id]
  if (value === undefined || isBlank(value)) return isRequired(field, situation) ? [missing(field)] : []
  const own = checkField(field, value, situation.answers, situation, where).map((remark) => ({
    ...remark,
    field: field.id,
  }))
  if (field.kind !== 'rows' || !Array.isArray(value)) return own
  return [...own, ...value.flatMap((row, index) => checkRow(field, row, index, situation, where))]
}

function checkRow(
  field: Field,
  row: AnswerRow,
  index: number,
  situation: Situation,
  where: Where,
): readonly Finding[] {
  const at = (column: string) => ({ field: field.id, row: index, column })
  const strangers = Object.keys(row).filter((id) => !(field.columns ?? []).some((column) => column.id === id))
  const own = visibleColumns(field, row, situation).flatMap((column): readonly Finding[] => {
    const value: AnswerValue | undefined = row[column.id]
    if (value === undefined || isBlank(value))
      return isRequired(column, situation) ? [{ ...missing(column), ...at(column.id) }] : []
    return checkField(column, value, row, situation, where).map((remark) => ({ ...remark, ...at(column.id) }))
  })
  return [...strangers.map((id) => ({ ...unknown(id), ...at(id) })), ...own]
}

function unknownAnswers(kind: KindDefinition, answers: Answers): readonly Finding[] {
  const known = new Set(kind.questions.flatMap((question) => question.fields.map((field) => field.id)))
  return Object.keys(answers)
    .filter((id) => !known.has(id))
    .map(unknown)
}

const missing = (field: Field): Finding => ({
  level: 'error',
  code: 'ANSWER_MISSING',
  field: field.id,
  text: { id: `${field.label.id}: belum diisi.`, en: `${field.label.en}: not answered yet.` },
})

const unknown = (id: string): Finding => ({
  level: 'error',
  code: 'UNKNOWN_ANSWER',
  field: id,
  text: { id: 'Jawaban ini tidak ada di formulir.', en: 'This answer is not in the form.' },
})
