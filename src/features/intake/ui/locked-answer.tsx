'use client'
import { Lock } from 'lucide-react'
import type { AnswerValue } from '#domain/service/answers.ts'
import type { Field } from '#domain/service/service-definition.ts'
import { isCalendarDay } from '#domain/shared/calendar.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { answerWords } from './answer-words.ts'
import { usePlaces } from './places.ts'

/** An answer that the return does not ask for: read back, and not to be changed. */
export function LockedAnswer({
  field,
  value,
}: {
  readonly field: Field
  readonly value: AnswerValue | undefined
}) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const { nameOf } = usePlaces()
  const words = answerWords(field, value, {
    text,
    placeName: nameOf,
    yes: t('yes'),
    no: t('no'),
    date: (date) => (isCalendarDay(date) ? longDate(date, locale) : date),
  })
  return (
    <div className="field locked">
      <span className="lab">{text(field.label)}</span>
      <p>{words === '' ? t('review.blank') : words}</p>
      <span className="hint">
        <Lock className="ic s" aria-hidden /> {t('locked')}
      </span>
    </div>
  )
}
