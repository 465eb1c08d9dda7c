'use client'
import type { SyntheticEvent } from 'react'
import { useEffect, useState } from 'react'
import type { Instant } from '#domain/shared/instant.ts'
import type { OutageKind } from '#domain/sla/time-rules.ts'
import { OUTAGE_KINDS } from '#domain/sla/time-rules.ts'
import { api } from '#client/trpc.ts'
import { serverNow } from '#client/clock.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { OUTAGE_TEXT } from './outage-words.ts'
import type { OutageView, Places } from './api-answers.ts'
import { PreviewLine } from './preview-line.tsx'
import { fromWitMoment, witMoment } from './wit-moment.ts'

export type OutageDraft = {
  readonly kind: OutageKind
  readonly reach: string
  readonly from: Instant
  readonly to: Instant | null
  readonly reason: string
}

type OutageFormProps = {
  readonly places: Places
  readonly areas: readonly string[]
  /** Absent: a new one. */
  readonly known?: OutageView
  readonly busy: boolean
  readonly onSend: (draft: OutageDraft) => Promise<boolean>
  readonly onCancel: () => void
}

const LEAST_REASON = 3

/** Kind, reach, beginning, end if it is known, and why; before it is sent it says how many due moments it moves. */
export function OutageForm({ places, areas, known, busy, onSend, onCancel }: OutageFormProps) {
  const t = useT('calendar')
  const text = useText()
  const [kind, setKind] = useState<OutageKind>(known?.kind ?? 'SIAK')
  const [reach, setReach] = useState(known?.reach ?? areas[0] ?? '')
  const [from, setFrom] = useState(() => witMoment(known?.from ?? serverNow()))
  const [to, setTo] = useState(known?.to ? witMoment(known.to) : '')
  const [reason, setReason] = useState(known?.reason ?? '')
  const [sent, setSent] = useState(false)
  const begins = fromWitMoment(from)
  const ends = to === '' ? null : fromWitMoment(to)
  const whole = begins !== undefined && ends !== undefined && reason.trim().length >= LEAST_REASON
  const draft: OutageDraft | undefined = whole
    ? { kind, reach, from: begins, to: ends, reason: reason.trim() }
    : undefined
  const reaches = Object.entries(places).filter(([code]) => areas.some((area) => code.startsWith(area)))
  useEffect(() => setSent(false), [kind, reach, from, to, reason])

  function send(event: SyntheticEvent) {
    event.preventDefault()
    setSent(true)
    if (draft) void onSend(draft)
  }
  return (
    <form className="sla-form" onSubmit={send} noValidate>
      <Field label={t('outage.kind')}>
        <select
          className="input"
          value={kind}
          onChange={(event) => setKind(event.target.value as OutageKind)}
        >
          {OUTAGE_KINDS.map((one) => (
            <option key={one} value={one}>
              {text(OUTAGE_TEXT[one])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('outage.reach')}>
        <select className="input" value={reach} onChange={(event) => setReach(event.target.value)}>
          {reaches.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('outage.begins')} error={sent && begins === undefined ? t('error.moment') : undefined}>
        <input
          className="input"
          type="datetime-local"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Field>
      <Field
        label={t('outage.ends')}
        hint={t('outage.endsHint')}
        error={sent && ends === undefined ? t('error.moment') : undefined}
      >
        <input
          className="input"
          type="datetime-local"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </Field>
      <Field
        label={t('outage.reason')}
        error={sent && reason.trim().length < LEAST_REASON ? t('error.words') : undefined}
      >
        <input
          className="input"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={300}
          autoComplete="off"
        />
      </Field>
      {draft && !known ? (
        <PreviewLine
          places={places}
          asked={JSON.stringify({ ...draft, reason: '' })}
          ask={() => api.time.previewOutage.query(draft)}
        />
      ) : null}
      <div className="form-acts">
        <Button variant="primary" type="submit" disabledBecause={busy ? t('sending') : undefined}>
          {known ? t('outage.saveCorrection') : t('outage.declareNow')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
