'use client'
import { CheckCheck, CircleAlert, Clock, Pause, Upload } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { Outbox } from '#client/outbox/outbox.ts'
import { bytesInWords, timeInWit } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { loadKind } from '../service-kinds.ts'
import type { Card } from './group-lanes.ts'
import { OutboxLine } from './outbox-line.tsx'

const ICON = { sending: Upload, next: Clock, held: Pause, attention: CircleAlert, done: CheckCheck } as const
const LOOK = { sending: '', next: '', held: '', attention: ' w', done: ' y' } as const

/** One application: how much of it is over, how it stands, and each thing of it with what can be done. */
export function OutboxCard({ card, outbox }: { readonly card: Card; readonly outbox: Outbox }) {
  const t = useT('outbox')
  const locale = useLocale()
  const kind = useKind(card)
  const { about, state, sent } = card
  const Icon = ICON[state]
  const part = card.bytes === 0 ? 100 : Math.min(100, Math.round((100 * card.sentBytes) / card.bytes))
  // Words that are over weigh nothing worth telling.
  const size = card.bytes > 0 ? bytesInWords(card.bytes, locale) : ''
  const name = [t(`service.${about.service}`), about.applicant || t('noName')].join(', ')
  return (
    <li className="ob-card" data-case={card.caseId} data-state={state}>
      <div className="h">
        <b className="cut" title={name}>
          {name}
        </b>
        <span>
          {card.sentBytes > 0 && state !== 'done'
            ? t('part', { sent: bytesInWords(card.sentBytes, locale), size })
            : size}
        </span>
      </div>
      {state === 'sending' || (state === 'next' && card.sentBytes > 0) ? (
        <progress max={100} value={part} aria-label={name} />
      ) : null}
      <p className={`s${LOOK[state]}`}>
        <Icon className="ic" aria-hidden />
        <span>
          {state === 'done' && sent !== undefined ? (
            <>
              {t(sent.outcome === 'kept' ? 'state.kept' : 'state.done', { time: timeInWit(sent.at) })}
              {about.number === null ? null : (
                <>
                  <br />
                  {t('number', { number: about.number })}
                </>
              )}
            </>
          ) : card.moving ? (
            t('state.photo', card.moving)
          ) : (
            t(`state.${state}`)
          )}
        </span>
      </p>
      {card.items.length > 0 ? (
        <details className="ob-items" open={state === 'attention'}>
          <summary>{t('items', { n: card.items.length })}</summary>
          <ul>
            {card.items.map((one) => (
              <OutboxLine key={one.item.id} line={one} kind={kind} outbox={outbox} />
            ))}
          </ul>
          <Link className="btn touch" href={`/ajukan/${card.caseId}`} prefetch={false}>
            {t('openForm')}
          </Link>
        </details>
      ) : null}
    </li>
  )
}

/** The words of its papers; the list is readable without them. */
function useKind({ about }: Card): KindDefinition | undefined {
  const [kind, setKind] = useState<KindDefinition>()
  const { service, caseKind } = about
  useEffect(() => {
    let gone = false
    if (caseKind !== '')
      loadKind(service, caseKind).then(
        (found) => gone || setKind(found),
        () => undefined,
      )
    return () => {
      gone = true
    }
  }, [service, caseKind])
  return kind
}
