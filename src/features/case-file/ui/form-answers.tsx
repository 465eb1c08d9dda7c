'use client'
import { CircleAlert, RefreshCcw } from 'lucide-react'
import { useState } from 'react'
import type { SecretPlace } from '#domain/case/secret-of.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { answerWords } from './answer-words.ts'
import type { FormLine, FormSection } from './form-lines.ts'
import { Secret } from './secret.tsx'
import { SeenBy, writesIn } from './seen-by.tsx'

type FormAnswersProps = {
  readonly caseId: string
  readonly sections: readonly FormSection[]
  readonly regions: { readonly [code: string]: string }
  readonly form: string
  readonly canReveal: boolean
}

/** What the form says, beside the papers. Doubts, faults and double answers stand in the line that they are about. */
export function FormAnswers({ caseId, sections, regions, form, canReveal }: FormAnswersProps) {
  const t = useT('case')
  const text = useText()
  return (
    <section className="case-col" aria-label={t('form.title')} tabIndex={0}>
      <h2>
        {t('form.title')} <span>{form}</span>
      </h2>
      {sections.map((section) => (
        <div key={section.key}>
          <h3 className="case-group">
            {text(section.title)}
            {section.line === undefined ? '' : ` ${section.line}`}
          </h3>
          <dl>
            {section.lines.map((line) => (
              <Line key={line.key} caseId={caseId} line={line} regions={regions} canReveal={canReveal} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

function Line({
  caseId,
  line,
  regions,
  canReveal,
}: {
  readonly caseId: string
  readonly line: FormLine
  readonly regions: { readonly [code: string]: string }
  readonly canReveal: boolean
}) {
  const t = useT('case')
  const text = useText()
  // Shown in full is what was there then: another value is hidden again.
  const [opened, setOpened] = useState<{ readonly of: unknown; readonly full: string }>()
  const full = opened !== undefined && opened.of === line.value ? opened.full : undefined
  const setFull = (next: string | undefined) =>
    setOpened(next === undefined ? undefined : { of: line.value, full: next })
  const words = { text, regions, yes: t('form.yes'), no: t('form.no') }
  const shown = answerWords(line.field, line.value, words)
  const attention = line.findings.length > 0 || line.faults.length > 0 || line.proposed !== undefined
  const masked = shown.includes('••••')
  return (
    <div className={attention ? 'case-row diff' : 'case-row'}>
      <dt>
        {text(line.field.label)}
        <SeenBy who={writesIn(line.fieldId)} />
      </dt>
      <dd>
        {line.proposed ? (
          <span className="two">
            <em>{t('form.stands')}</em>
            <b>{shown || t('form.empty')}</b>
            <em>{line.proposed.by}</em>
            <b>{answerWords(line.field, plain(line.proposed.value), words) || t('form.empty')}</b>
          </span>
        ) : (
          (full ?? shown) || <span className="muted">{t('form.empty')}</span>
        )}
        {masked && canReveal ? (
          <Secret
            place={placeOf(line)}
            caseId={caseId}
            label={text(line.field.label)}
            shown={full}
            onShown={setFull}
          />
        ) : null}
        {attention ? (
          <CircleAlert className="ic" aria-hidden />
        ) : line.changed ? (
          <RefreshCcw className="ic" aria-label={t('form.changed')} />
        ) : null}
        {line.findings.map((finding) => (
          <span className="seen" key={finding.code}>
            {text(finding.text)}
          </span>
        ))}
        {line.faults.map((fault) => (
          <span className="seen" key={fault.code}>
            {t('form.fault', { words: fault.instruction })}
          </span>
        ))}
        {line.proposed ? <span className="seen">{t('form.twoAnswers')}</span> : null}
      </dd>
    </div>
  )
}

function plain(value: unknown): string | number | boolean | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

function placeOf(line: FormLine): SecretPlace {
  return line.row === undefined
    ? { field: line.fieldId }
    : { field: line.fieldId, row: line.row, column: line.field.id }
}
