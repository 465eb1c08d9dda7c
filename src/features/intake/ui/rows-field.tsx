'use client'
import { CircleAlert, Plus, Trash2 } from 'lucide-react'
import type { AnswerRow, AnswerValue, Situation } from '#domain/service/answers.ts'
import { isRequired, visibleColumns } from '#domain/service/check-form.ts'
import type { Field, Finding } from '#domain/service/service-definition.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { AnswerField } from './answer-field.tsx'
import { ColleagueHere } from './colleague-here.tsx'

type Props = {
  readonly field: Field
  readonly value: AnswerValue | undefined
  readonly situation: Situation
  /** Findings that may be shown already. */
  readonly findings: readonly Finding[]
  readonly onChange: (rows: AnswerValue | null) => void
  readonly onLeave: (row: number, column: string) => void
}

/** Family members, witnesses, elements: one small form after another. */
export function RowsField({ field, value, situation, findings, onChange, onLeave }: Props) {
  const t = useT('intake')
  const text = useText()
  const given = Array.isArray(value) ? value : []
  const least = Math.max(field.minRows ?? 0, 1)
  const rows: readonly AnswerRow[] = [
    ...given,
    ...Array.from({ length: Math.max(0, least - given.length) }, () => ({})),
  ]
  const label = text(field.label)
  const own = findings.find((finding) => finding.row === undefined)

  function change(row: number, column: string, next: AnswerValue | null): void {
    onChange(rows.map((one, index) => (index === row ? withAnswer(one, column, next) : one)))
  }

  return (
    <div className={own ? 'field bad' : 'field'} data-field={field.id}>
      {field.hint ? <span className="hint">{text(field.hint)}</span> : null}
      <ColleagueHere field={field.id} />
      {own ? (
        <span className="err" role="alert">
          <CircleAlert className="ic" aria-hidden /> {text(own.text)}
        </span>
      ) : null}
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line has no name of its own but its place
        <fieldset className="rowbox" key={index}>
          <legend>{t('rows.one', { label, n: index + 1 })}</legend>
          {visibleColumns(field, row, situation).map((column) => (
            <AnswerField
              key={column.id}
              field={column}
              optional={!isRequired(column, situation)}
              value={row[column.id]}
              findings={findings.filter((finding) => finding.row === index && finding.column === column.id)}
              onChange={(next) => change(index, column.id, next)}
              onLeave={() => onLeave(index, column.id)}
            />
          ))}
          {rows.length > least ? (
            <Button
              variant="quiet"
              touch
              icon={<Trash2 className="ic" aria-hidden />}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              {t('rows.remove', { label, n: index + 1 })}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {rows.length < (field.maxRows ?? 30) ? (
        <Button touch icon={<Plus className="ic" aria-hidden />} onClick={() => onChange([...rows, {}])}>
          {t('rows.add', { label })}
        </Button>
      ) : null}
    </div>
  )
}

function withAnswer(row: AnswerRow, column: string, value: AnswerValue | null): AnswerRow {
  const { [column]: _before, ...rest } = row
  return value === null || Array.isArray(value) ? rest : { ...rest, [column]: value }
}
