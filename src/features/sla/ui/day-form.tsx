'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import type { HolidayKind } from '#domain/sla/time-rules.ts'
import { HOLIDAY_KINDS } from '#domain/sla/time-rules.ts'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { PreviewLine } from './preview-line.tsx'
import { spansIn } from './wit-moment.ts'

export type DayDraft = {
  readonly on: string
  readonly office: string
  readonly kind: HolidayKind | 'OPEN'
  readonly name: string
  readonly source: string
  readonly spans?: [number, number][]
}

type DayFormProps = {
  readonly year: number
  readonly offices: { readonly [code: string]: string }
  readonly busy: boolean
  readonly onSend: (day: DayDraft) => Promise<boolean>
}

const KINDS = [...HOLIDAY_KINDS, 'OPEN'] as const

/** One day that is unlike its weekday. Before it is entered it says how many due moments it moves. */
export function DayForm({ year, offices, busy, onSend }: DayFormProps) {
  const t = useT('calendar')
  const [on, setOn] = useState('')
  const [office, setOffice] = useState('*')
  const [kind, setKind] = useState<HolidayKind | 'OPEN'>('LOCAL')
  const [name, setName] = useState('')
  const [source, setSource] = useState('')
  const [hours, setHours] = useState('08.00–12.00')
  const [sent, setSent] = useState(false)
  const spans = spansIn(hours)
  const whole =
    /^\d{4}-\d{2}-\d{2}$/.test(on) &&
    name.trim().length > 2 &&
    source.trim().length > 2 &&
    (kind !== 'OPEN' || (spans !== undefined && spans.length > 0))
  const day: DayDraft | undefined = whole
    ? {
        on,
        office,
        kind,
        name: name.trim(),
        source: source.trim(),
        ...(kind === 'OPEN' && spans ? { spans: spans.map(([from, to]) => [from, to]) } : {}),
      }
    : undefined
  async function send(event: SyntheticEvent) {
    event.preventDefault()
    setSent(true)
    if (day && (await onSend(day))) {
      setOn('')
      setName('')
      setSent(false)
    }
  }
  const missing = (text: string) => (sent && text.trim().length < 3 ? t('error.words') : undefined)
  return (
    <form className="day-form" onSubmit={(event) => void send(event)} noValidate>
      <Field label={t('day.on')} error={sent && on === '' ? t('error.day') : undefined}>
        <input
          className="input"
          type="date"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </Field>
      <Field label={t('day.kind')}>
        <select
          className="input"
          value={kind}
          onChange={(event) => setKind(event.target.value as HolidayKind | 'OPEN')}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('day.office')}>
        <select className="input" value={office} onChange={(event) => setOffice(event.target.value)}>
          <option value="*">{t('everyOffice')}</option>
          {Object.entries(offices).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('day.name')} error={missing(name)}>
        <input
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={200}
        />
      </Field>
      <Field label={t('day.source')} hint={t('day.sourceHint')} error={missing(source)}>
        <input
          className="input"
          value={source}
          onChange={(event) => setSource(event.target.value)}
          maxLength={200}
        />
      </Field>
      {kind === 'OPEN' ? (
        <Field
          label={t('day.hours')}
          hint={t('day.hoursHint')}
          error={sent && !spans?.length ? t('error.hours') : undefined}
        >
          <input className="input" value={hours} onChange={(event) => setHours(event.target.value)} />
        </Field>
      ) : null}
      <div className="day-form-foot">
        {day ? (
          <PreviewLine
            places={offices}
            asked={JSON.stringify([day.on, day.office, day.kind, day.spans])}
            ask={() => api.time.previewDay.query(day)}
          />
        ) : null}
        <Button variant="primary" type="submit" disabledBecause={busy ? t('sending') : undefined}>
          {t('day.add')}
        </Button>
      </div>
    </form>
  )
}
