'use client'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { isCalendarDay } from '#domain/shared/calendar.ts'
import { longDate, timeInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import type { Reader } from './answer-words.ts'
import { answerWords } from './answer-words.ts'
import type { Draft } from './draft.ts'
import { usePlaces } from './places.ts'
import { ConflictNote } from './conflict-note.tsx'

/** Fields that two people changed from one starting value. */
export function Conflicts({
  draft,
  view,
  kind,
}: {
  readonly draft: Draft
  readonly view: DraftView
  readonly kind: KindDefinition
}) {
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
  const fields = kind.questions.flatMap((question) => question.fields)
  return view.conflicts.map((conflict) => {
    const field = fields.find((one) => one.id === conflict.field)
    if (field === undefined) return null
    const stands = view.answers[field.id]
    return (
      <ConflictNote
        key={`${conflict.field}-${conflict.at}`}
        title={t('conflict.title', {
          field: text(field.label),
          person: conflict.by.name,
          time: timeInWit(conflict.at),
        })}
        theirs={answerWords(field, stands, reader) || t('review.blank')}
        mine={answerWords(field, conflict.proposed ?? undefined, reader) || t('review.blank')}
        onPick={(keep) =>
          void draft.run({
            type: 'settleConflict',
            field: field.id,
            value: keep === 'stands' ? (stands ?? null) : conflict.proposed,
          })
        }
      />
    )
  })
}
