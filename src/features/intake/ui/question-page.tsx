'use client'
import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { AnswerValue, Situation } from '#domain/service/answers.ts'
import { findingsOf, isRequired, visibleFields } from '#domain/service/check-form.ts'
import type { Field, Finding, Question, Where } from '#domain/service/service-definition.ts'
import { tidyValue } from '#domain/service/tidy-answers.ts'
import { useText } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'
import { AnswerField } from './answer-field.tsx'
import type { Draft } from './draft.ts'
import { LockedAnswer } from './locked-answer.tsx'
import type { Open } from './locked.ts'
import { RowsField } from './rows-field.tsx'

type Props = {
  readonly draft: Draft
  readonly question: Question
  readonly situation: Situation
  readonly where: Where
  readonly findings: readonly Finding[]
  /** Lanjut was pressed: everything that is wrong is shown, also what is missing. */
  readonly insist: boolean
  /** What may be changed; the rest is read back. */
  readonly open: Open
}

const placeOf = (finding: Pick<Finding, 'field' | 'row' | 'column'>) =>
  `${finding.field}/${finding.row ?? ''}/${finding.column ?? ''}`

/** One page: one question to the citizen, one or a few fields that answer it. */
export function QuestionPage({ draft, question, situation, where, findings, insist, open }: Props) {
  const text = useText()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const own = findingsOf(question, findings)
  // While typing nothing is called wrong; an empty field only once the person wants to go on.
  const shown = own.filter(
    (finding) => insist || (left.has(placeOf(finding)) && finding.code !== 'ANSWER_MISSING'),
  )
  const insight = question.insight?.(situation, where)

  function leave(field: Field, row?: number, column?: string): void {
    const value = draft.snapshot().answers[field.id]
    const tidied = value === undefined ? value : tidyValue(field, value, situation)
    if (tidied !== undefined && field.kind !== 'rows' && tidied !== value) draft.set(field.id, tidied)
    draft.leave()
    setLeft((before) =>
      new Set(before)
        .add(
          placeOf({
            field: field.id,
            ...(row === undefined ? {} : { row }),
            ...(column === undefined ? {} : { column }),
          }),
        )
        .add(placeOf({ field: field.id })),
    )
  }

  const change = (field: Field) => (value: AnswerValue | null) =>
    draft.set(field.id, value === '' ? null : value)

  return (
    <>
      {question.hint ? <p className="second lead">{text(question.hint)}</p> : null}
      {visibleFields(question, situation).map((field) =>
        !open.field(field.id) ? (
          <LockedAnswer key={field.id} field={field} value={situation.answers[field.id]} />
        ) : field.kind === 'rows' ? (
          <RowsField
            key={field.id}
            field={field}
            value={situation.answers[field.id]}
            situation={situation}
            findings={shown.filter((finding) => finding.field === field.id)}
            onChange={change(field)}
            onLeave={(row, column) => leave(field, row, column)}
          />
        ) : (
          <AnswerField
            key={field.id}
            field={field}
            optional={!isRequired(field, situation)}
            value={situation.answers[field.id]}
            findings={shown.filter((finding) => finding.field === field.id)}
            onChange={change(field)}
            onLeave={() => leave(field)}
            said={field.id}
          />
        ),
      )}
      {insight ? <Insight words={text(insight)} /> : null}
    </>
  )
}

/** What the rules make of the answer: the verdict first, the reason below it. */
export function Insight({ words }: { readonly words: string }) {
  const [verdict = '', ...rest] = words.split(/(?<=\.)\s/)
  const late = /terlambat|, late\./.test(verdict)
  return (
    <Note
      tone={late ? 'warn' : 'accent'}
      role="status"
      icon={late ? <TriangleAlert className="ic" aria-hidden /> : <Check className="ic" aria-hidden />}
      title={verdict}
    >
      {rest.join(' ')}
    </Note>
  )
}
