'use client'
import { Check, CircleAlert, Pause, Play, SignalMedium, Upload } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { LiveOutbox } from '#client/outbox/live-outbox.ts'
import type { OutboxState } from '#client/outbox/outbox-state.ts'
import { useOutbox, useOutboxState } from '#client/outbox/use-outbox.ts'
import { countAnswers, countNotes, countUnopened } from '#client/phone/count-waiting.ts'
import { useCount } from '#client/phone/use-waiting.ts'
import { bytesInWords } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { BoatPanel } from '../boat/boat-panel.tsx'
import { cardsOf, toSend } from './group-lanes.ts'
import { OutboxCard } from './outbox-card.tsx'
import { minutesFor } from './minutes-for.ts'
import { RoomLine } from './room-line.tsx'
import '../intake.css'
import './outbox.css'

/** Everything that waits on this device for the Dinas: what it is, how far it is, what is wrong, and what to do. */
export function OutboxScreen() {
  const live = useOutbox()
  const state = useOutboxState(live)
  if (live === undefined || state === undefined)
    return (
      <div className="intake" aria-busy>
        <div className="pg">
          <Skeleton width="60%" height={24} />
          <Skeleton width="100%" height={64} />
        </div>
      </div>
    )
  return <Waiting live={live} state={state} />
}

function Waiting({ live, state }: { readonly live: LiveOutbox; readonly state: OutboxState }) {
  const t = useT('outbox')
  const locale = useLocale()
  const cards = cardsOf(state)
  const waiting = cards.filter((card) => card.state !== 'done')
  const { cases, bytes } = toSend(state)
  const answers = useCount(countAnswers)
  const unopened = useCount(countUnopened)
  const notes = useCount(countNotes)
  const nothingHere = answers === 0 && unopened === 0 && notes === 0
  return (
    <div className="intake outbox" data-outbox={state.items.length} data-sender={state.sender}>
      <div className="scroll">
        <div className="pg">
          <div className="task">
            <h1 className="title">{t('title')}</h1>
            <p className="second" data-meter={bytes}>
              {cases === 0
                ? t('nothing')
                : bytes === 0
                  ? t('meter.held', { n: cases })
                  : t('meter', { n: cases, size: bytesInWords(bytes, locale) })}
            </p>
            <SenderLine state={state} bytes={bytes} />
            {unopened > 0 ? (
              <Note
                tone="warn"
                icon={<CircleAlert className="ic" aria-hidden />}
                title={t('unopened', { n: unopened })}
              >
                {t('unopened.what')}
              </Note>
            ) : null}
            {answers > 0 ? (
              <Note title={t('answers', { n: answers })}>
                {t('answers.what')} <Link href="/ajukan">{t('answers.do')}</Link>
              </Note>
            ) : null}
            {notes > 0 ? <Note title={t('notes', { n: notes })}>{t('notes.what')}</Note> : null}
            {cards.length === 0 && nothingHere ? (
              <EmptyState title={t('empty')}>{t('empty.what')}</EmptyState>
            ) : null}
            <ul className="ob">
              {cards.map((card) => (
                <OutboxCard key={card.caseId} card={card} outbox={live.outbox} />
              ))}
            </ul>
          </div>
          <aside className="remind">
            <Governing live={live} state={state} />
            <RoomLine />
            <BoatPanel store={live.outbox.store} />
          </aside>
        </div>
      </div>
      <footer className="cta">
        <output className="saved">
          <span className="yes">
            <Check className="ic" aria-hidden />
            {t(waiting.length === 0 && nothingHere ? 'saved.none' : 'saved.all')}
          </span>
        </output>
        <PauseButton live={live} state={state} bytes={bytes} />
      </footer>
    </div>
  )
}

/** How the sending stands, and minutes only when the last seconds tell them. */
function SenderLine({ state, bytes }: { readonly state: OutboxState; readonly bytes: number }) {
  const t = useT('outbox')
  if (state.items.length === 0) return null
  const minutes = minutesFor(bytes, state.bytesPerSecond)
  if (state.sender === 'sign-in')
    return (
      <Note
        tone="warn"
        role="status"
        icon={<CircleAlert className="ic" aria-hidden />}
        title={t('sender.signIn')}
      >
        {t('sender.signIn.what')} <a href="/masuk?kembali=%2Fkotak-keluar">{t('sender.signIn.do')}</a>
      </Note>
    )
  if (state.sender === 'waiting')
    return (
      <Note
        tone="warn"
        role="status"
        icon={<SignalMedium className="ic" aria-hidden />}
        title={t('sender.waiting')}
      >
        {t('sender.waiting.what')}
      </Note>
    )
  if (state.sender !== 'sending') return null
  return (
    <p className="second ob-rate" role="status">
      <Upload className="ic s" aria-hidden />{' '}
      {minutes === undefined || state.bytesPerSecond === undefined
        ? t('sender.sending')
        : t('sender.rate', { rate: Math.round((state.bytesPerSecond * 8) / 1000), minutes })}
    </p>
  )
}

type GovernProps = { readonly live: LiveOutbox; readonly state: OutboxState }

function Governing({ live, state }: GovernProps) {
  const t = useT('outbox')
  return (
    <label className="ob-switch">
      <input
        type="checkbox"
        checked={state.onlyOnRequest}
        onChange={(event) => void live.govern({ onlyOnRequest: event.currentTarget.checked })}
      />
      <span>
        {t('onlyOnRequest')}
        <small>{t('onlyOnRequest.what')}</small>
      </span>
    </label>
  )
}

function PauseButton({ live, state, bytes }: GovernProps & { readonly bytes: number }) {
  const t = useT('outbox')
  const locale = useLocale()
  const [asked, setAsked] = useState(false)
  if (state.paused)
    return (
      <Button
        touch
        variant="primary"
        icon={<Play className="ic" aria-hidden />}
        onClick={() => void live.govern({ paused: false })}
      >
        {t('goOn')}
      </Button>
    )
  if (state.onlyOnRequest)
    return (
      <Button
        touch
        variant="primary"
        icon={<Upload className="ic" aria-hidden />}
        disabledBecause={
          bytes === 0 ? t('nothing') : asked && state.sender === 'sending' ? t('sender.sending') : undefined
        }
        onClick={() => {
          setAsked(true)
          live.sendNow()
        }}
      >
        {t('sendNow', { size: bytesInWords(bytes, locale) })}
      </Button>
    )
  return (
    <Button
      touch
      icon={<Pause className="ic" aria-hidden />}
      onClick={() => void live.govern({ paused: true })}
    >
      {t('pause')}
    </Button>
  )
}
