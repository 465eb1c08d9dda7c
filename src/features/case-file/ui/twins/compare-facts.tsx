'use client'
import { Equal, EqualApproximately, EqualNot, Minus } from 'lucide-react'
import { useState } from 'react'
import type { CaseView } from '#domain/case/case-view.ts'
import type { CompareLine, Verdict } from '#domain/identity/compare-answers.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import type { PlainAnswer } from '#domain/service/answers.ts'
import type { Field } from '#domain/service/service-definition.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { answerWords } from '../answer-words.ts'

type CompareFactsProps = {
  readonly left: CaseView
  readonly right: CaseView
  readonly lines: readonly CompareLine[]
}

const SIGN = { same: Equal, alike: EqualApproximately, different: EqualNot, onlyOne: Minus }

/** Each fact with its word: equal, alike, different. Numbers stay masked; whether they are equal was compared in full. */
export function CompareFacts({ left, right, lines }: CompareFactsProps) {
  const t = useT('twins')
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const different = lines.filter((line) => line.verdict !== 'same')
  if (lines.length === 0) return <p className="compare-none">{t('compare.otherKind')}</p>
  const shown = onlyDifferent ? different : lines
  return (
    <>
      <div className="compare-tools">
        <span role="status">
          {t('compare.counts', { same: lines.length - different.length, different: different.length })}
        </span>
        <label className="pick">
          <input
            type="checkbox"
            checked={onlyDifferent}
            onChange={(event) => setOnlyDifferent(event.target.checked)}
          />
          {t('compare.onlyDifferent')}
        </label>
      </div>
      {shown.length === 0 ? <p className="compare-none">{t('compare.nothing')}</p> : null}
      <dl>
        {shown.map((line) => (
          <Line key={keyOf(line)} line={line} left={left} right={right} />
        ))}
      </dl>
    </>
  )
}

function Line({
  line,
  left,
  right,
}: {
  readonly line: CompareLine
  readonly left: CaseView
  readonly right: CaseView
}) {
  const t = useT('twins')
  const text = useText()
  const field = fieldOf(left, line)
  const Sign = SIGN[line.verdict]
  const number = (line.left ?? line.right ?? -1) + 1
  return (
    <div className={`compare-row ${line.verdict}`}>
      <dt className="compare-label">
        {field ? text(field.label) : line.field}
        {line.column === undefined ? '' : ` ${number}`}
      </dt>
      <Value view={left} line={line} field={field} row={line.left} />
      <Value view={right} line={line} field={field} row={line.right} />
      <dd className="compare-sign">
        <Sign className="ic" aria-hidden /> {t(`verdict.${line.verdict satisfies Verdict}`)}
      </dd>
    </div>
  )
}

function Value({
  view,
  line,
  field,
  row,
}: {
  readonly view: CaseView
  readonly line: CompareLine
  readonly field: Field | undefined
  readonly row: number | undefined
}) {
  const t = useT('twins')
  const c = useT('case')
  const text = useText()
  const words = { text, regions: view.regions, yes: c('form.yes'), no: c('form.no') }
  const shown = field ? answerWords(field, answerAt(view, line, row), words) : ''
  return <dd>{shown === '' ? <span className="muted">{t('compare.empty')}</span> : shown}</dd>
}

function answerAt(
  view: CaseView,
  { field, column }: CompareLine,
  row: number | undefined,
): PlainAnswer | undefined {
  const value = view.file.answers[field]
  if (!Array.isArray(value)) return value
  return row === undefined || column === undefined ? undefined : value[row]?.[column]
}

function fieldOf({ file }: CaseView, { field, column }: CompareLine): Field | undefined {
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const found = kind?.questions.flatMap((question) => question.fields).find(({ id }) => id === field)
  return column === undefined ? found : found?.columns?.find(({ id }) => id === column)
}

function keyOf({ field, column, left, right }: CompareLine): string {
  return [field, column, left, right].join(' ')
}
