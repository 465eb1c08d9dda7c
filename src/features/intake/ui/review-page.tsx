'use client'
import { CircleAlert } from 'lucide-react'
import type { Lacking } from '#domain/intake/what-lacks.ts'
import type { Situation } from '#domain/service/answers.ts'
import { isRequired, visibleFields } from '#domain/service/check-form.ts'
import type { Finding, Question } from '#domain/service/service-definition.ts'
import { isCalendarDay } from '#domain/shared/calendar.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'
import { answerWords } from './answer-words.ts'
import type { Reader } from './answer-words.ts'
import { usePlaces } from './places.ts'
import { StepLink } from './step-link.tsx'

type Props = {
  readonly questions: readonly Question[]
  readonly situation: Situation
  readonly lacking: readonly Lacking[]
  readonly doubts: readonly Finding[]
  /** Pages of the form that may be changed. */
  readonly mayChange: (questionId: string) => boolean
}

/** Everything that was answered, page by page, read back before it is sent. */
export function ReviewPage({ questions, situation, lacking, doubts, mayChange }: Props) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const { nameOf } = usePlaces()
  const reader: Reader = {
    text,
    placeName: nameOf,
    yes: t('yes'),
    no: t('no'),
    date: (date) => (isCalendarDay(date) ? longDate(date, locale) : date),
  }
  return (
    <>
      <LackingList lacking={lacking} />
      {doubts.map((doubt) => (
        <Note
          key={`${doubt.code}/${doubt.field}/${doubt.row ?? ''}`}
          tone="warn"
          icon={<CircleAlert className="ic" aria-hidden />}
        >
          {text(doubt.text)}
        </Note>
      ))}
      <div className="review">
        {questions.map((question) => (
          <section key={question.id} aria-labelledby={`r-${question.id}`}>
            <header>
              <h3 className="title" id={`r-${question.id}`}>
                {text(question.title)}
              </h3>
              {mayChange(question.id) ? (
                <StepLink step={question.id} about={text(question.title)}>
                  {t('review.change')}
                </StepLink>
              ) : null}
            </header>
            <dl>
              {visibleFields(question, situation).map((field) => {
                const words = answerWords(field, situation.answers[field.id], reader)
                return words === '' && !isRequired(field, situation) ? null : (
                  <div key={field.id}>
                    <dt>{text(field.label)}</dt>
                    <dd className={words === '' ? 'muted' : undefined}>
                      {words === '' ? t('review.blank') : words}
                    </dd>
                  </div>
                )
              })}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}

/** What is still missing, each with the way to it. */
export function LackingList({ lacking }: { readonly lacking: readonly Lacking[] }) {
  const t = useT('intake')
  const text = useText()
  if (lacking.length === 0) return null
  return (
    <Note
      tone="warn"
      icon={<CircleAlert className="ic" aria-hidden />}
      title={t('review.lacking', { n: lacking.length })}
    >
      <ul className="lacks">
        {lacking.map((one) =>
          one.what === 'paper' ? (
            <li key={`p-${one.paper.id}`}>
              <StepLink step="berkas">{text(one.paper.label)}</StepLink>
            </li>
          ) : (
            <li key={`q-${one.question.id}`}>
              <StepLink step={one.question.id}>{text(one.question.title)}</StepLink>{' '}
              <span className="second">
                {one.findings.length === 1 && one.findings[0]
                  ? text(one.findings[0].text)
                  : t('review.some', { n: one.findings.length })}
              </span>
            </li>
          ),
        )}
      </ul>
    </Note>
  )
}
