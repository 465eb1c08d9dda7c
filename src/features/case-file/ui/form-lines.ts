import type { CaseFile, Fault } from '#domain/case/case-file.ts'
import type { AnswerRow, AnswerValue, PlainAnswer } from '#domain/service/answers.ts'
import { visibleColumns, visibleFields, visibleQuestions } from '#domain/service/check-form.ts'
import type { Field, Finding, KindDefinition } from '#domain/service/service-definition.ts'
import type { Text } from '#domain/shared/text.ts'
import { reportDay } from './paper-sheets.ts'

/** One answer as it is read beside the papers. */
export type FormLine = {
  readonly key: string
  readonly field: Field
  readonly fieldId: string
  readonly row?: number
  readonly value: PlainAnswer | undefined
  readonly findings: readonly Finding[]
  readonly faults: readonly Fault[]
  /** What a second person wrote in the same field at the same time. */
  readonly proposed?: { readonly value: AnswerValue | null; readonly by: string }
  readonly changed: boolean
}

export type FormSection = {
  readonly key: string
  readonly title: Text
  readonly line?: number
  readonly lines: readonly FormLine[]
}

/** The answers of a case in the order of its form: one section for each question, and for each line of a repeated one. */
export function formSections(
  file: CaseFile,
  kind: KindDefinition,
  findings: readonly Finding[],
  now: number,
): readonly FormSection[] {
  const situation = { answers: file.answers, reportOn: reportDay(file, now) }
  return visibleQuestions(kind, situation).flatMap((question) => {
    const fields = visibleFields(question, situation)
    const plain = fields.filter((field) => field.kind !== 'rows')
    const own: readonly FormSection[] =
      plain.length > 0
        ? [
            {
              key: question.id,
              title: question.title,
              lines: plain.map((field) => lineOf(file, findings, field)),
            },
          ]
        : []
    const repeated = fields
      .filter((field) => field.kind === 'rows')
      .flatMap((field) =>
        rowsOf(file, field).map((row, index): FormSection => ({
          key: `${field.id}-${index}`,
          title: field.label,
          line: index + 1,
          lines: visibleColumns(field, row, situation).map((column) =>
            lineInRow(file, findings, field, column, row, index),
          ),
        })),
      )
    return [...own, ...repeated]
  })
}

function rowsOf(file: CaseFile, field: Field): readonly AnswerRow[] {
  const value = file.answers[field.id]
  return Array.isArray(value) ? value : []
}

function lineOf(file: CaseFile, findings: readonly Finding[], field: Field): FormLine {
  const value = file.answers[field.id]
  const conflict = file.conflicts.find((one) => one.field === field.id)
  return {
    key: field.id,
    field,
    fieldId: field.id,
    value: Array.isArray(value) ? undefined : value,
    findings: findings.filter((finding) => finding.field === field.id && finding.column === undefined),
    faults: faultsOn(file, field.id),
    changed: file.returned?.changedFields.includes(field.id) ?? false,
    ...(conflict ? { proposed: { value: conflict.proposed ?? null, by: conflict.by.name } } : {}),
  }
}

function lineInRow(
  file: CaseFile,
  findings: readonly Finding[],
  field: Field,
  column: Field,
  row: AnswerRow,
  index: number,
): FormLine {
  return {
    key: `${field.id}-${index}-${column.id}`,
    field: column,
    fieldId: field.id,
    row: index,
    value: row[column.id],
    findings: findings.filter(
      (finding) => finding.field === field.id && finding.row === index && finding.column === column.id,
    ),
    faults: column === field.columns?.[0] && index === 0 ? faultsOn(file, field.id) : [],
    changed: file.returned?.changedFields.includes(field.id) ?? false,
  }
}

function faultsOn(file: CaseFile, fieldId: string): readonly Fault[] {
  return (file.returned?.faults ?? []).filter((fault) => fault.field === fieldId)
}
