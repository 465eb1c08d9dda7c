'use client'
import { useState } from 'react'
import type { CaseEvent } from '#domain/case/case-event.ts'
import { describeEvent } from '#domain/case/timeline.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { momentWords, wordsFor } from './case-words.ts'
import { useDesk } from './desk.ts'
import { faultKey } from './fault-key.ts'

const SHOWN_AT_FIRST = 6

/** Everything that happened, newest first, in plain words. What the server has not confirmed yet says so. */
export function History() {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { view, kind, actor, now, unconfirmed } = useDesk()
  const [all, setAll] = useState(false)
  const words = wordsFor(kind, now)
  const events = [...view.events, ...unconfirmed].filter(isTold).reverse()
  const shown = all ? events : events.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-label={t('history.title')}>
      <h2>
        {t('history.title')} <span>{t('history.count', { n: events.length })}</span>
      </h2>
      <ol className="history">
        {shown.map((event, index) => {
          const pending = unconfirmed.includes(event)
          return (
            <li key={event.version} className={pending ? 'pending' : index === 0 ? 'now' : ''}>
              {text(describeEvent(event, words, event.by.id === actor.id))}
              {event.type === 'NoteWritten' ? <blockquote>{event.text}</blockquote> : null}
              {event.type === 'ReturnedToNegeri' || event.type === 'ReturnedToApplicant'
                ? event.faults.map((fault) => (
                    <blockquote key={faultKey(fault)}>{fault.instruction}</blockquote>
                  ))
                : null}
              <small title={exactInWit(event.at, locale, true)}>
                {pending ? t('history.pending') : momentWords(event.at, now, locale)}
              </small>
            </li>
          )
        })}
      </ol>
      {events.length > SHOWN_AT_FIRST ? (
        <button type="button" className="btn quiet sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('history.less') : t('history.all', { n: events.length })}
        </button>
      ) : null}
    </section>
  )
}

/** Keeping a lease is no news to anybody. */
function isTold(event: CaseEvent): boolean {
  return event.type !== 'ClaimExtended'
}
