'use client'
import { Check } from 'lucide-react'
import { REASON } from '#domain/case/reason.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { dateInWit, longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'
import { PinnedPage } from './pinned-page.tsx'
import { StepLink } from './step-link.tsx'

type Props = {
  readonly view: DraftView
  readonly kind: KindDefinition
  readonly words: readonly string[]
  readonly onWords: (fault: number, words: string) => void
}

/** What came back, one by one: where to mend it, or how to answer it in words. */
export function RepairPage({ view, kind, words, onWords }: Props) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const { returned } = view
  if (returned === null) return null
  return (
    <>
      <p className="second lead">
        {t('repair.by', {
          person: returned.by.name,
          date: dateInWit(returned.at, locale),
          until: longDate(returned.expiresOn, locale),
        })}
      </p>
      <ol className="faults">
        {returned.faults.map((fault, index) => {
          const mended = view.mended.includes(index)
          const paper = kind.papers.find((rule) => rule.id === fault.ruleId)
          const question = kind.questions.find((one) => one.fields.some((field) => field.id === fault.field))
          const field = question?.fields.find((one) => one.id === fault.field)
          return (
            <li
              key={`${fault.code}-${fault.ruleId ?? ''}-${fault.field ?? ''}-${fault.instruction}`}
              data-mended={mended}
            >
              <h3 className="title">
                {text(REASON[fault.code].label)}
                {paper ? `: ${text(paper.label)}` : field ? `: ${text(field.label)}` : ''}
              </h3>
              <p className="fault-words">{fault.instruction}</p>
              {pagesOf(view, fault.pins).map(({ page, pins }) => (
                <PinnedPage
                  key={page.fileId}
                  paper={page}
                  name={paper ? text(paper.label) : t('step.berkas')}
                  pins={pins}
                />
              ))}
              {mended ? (
                <Note tone="accent" icon={<Check className="ic" aria-hidden />}>
                  {t('repair.mended')}
                </Note>
              ) : null}
              <p className="fault-acts">
                {paper ? (
                  <StepLink className="btn touch" step="berkas" about={text(paper.label)}>
                    {t('repair.paper')}
                  </StepLink>
                ) : null}
                {question ? (
                  <StepLink className="btn touch" step={question.id} about={text(question.title)}>
                    {t('repair.field')}
                  </StepLink>
                ) : null}
              </p>
              <div className="field">
                <label htmlFor={`fault-${index}`}>
                  {t('repair.answer')}
                  {mended ? <span className="muted"> {t('optional')}</span> : null}
                </label>
                <textarea
                  id={`fault-${index}`}
                  className="input touch"
                  rows={2}
                  maxLength={2000}
                  value={words[index] ?? ''}
                  onChange={(event) => onWords(index, event.currentTarget.value)}
                />
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** The pages that a fault's pins stand on, each with its own. */
function pagesOf(view: DraftView, ids: readonly string[] = []) {
  const pins = (view.pins ?? []).filter(({ id }) => ids.includes(id))
  return view.papers.flatMap((page) => {
    const own = pins.filter(({ fileId }) => fileId === page.fileId)
    return own.length > 0 ? [{ page, pins: own }] : []
  })
}
