'use client'
import { useState } from 'react'
import { rulesOf } from '#domain/sla/calendar.ts'
import type { OfficeHours, TimeRules, Week } from '#domain/sla/time-rules.ts'
import { NORMAL_WEEK, RAMADAN_WEEK } from '#domain/sla/working-week.ts'
import { api } from '#client/trpc.ts'
import { longDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { PreviewLine } from './preview-line.tsx'
import { SettingForm, SettingSection } from './setting-section.tsx'
import { spansAs, spansIn } from './wit-moment.ts'

type HoursDraft = {
  readonly office: string
  readonly from: string
  readonly to: string | null
  readonly name: string
  readonly week: HoursWeek
}
type Spans = [number, number][]
type HoursWeek = [Spans, Spans, Spans, Spans, Spans, Spans, Spans]

type HoursSectionProps = {
  readonly rules: TimeRules
  readonly office: string
  readonly offices: { readonly [code: string]: string }
  readonly busy: boolean
  readonly onSend: ((hours: HoursDraft) => Promise<boolean>) | undefined
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const

/** Hours of an office by weekday and season, the ones that win first. */
export function HoursSection({ rules, office, offices, busy, onSend }: HoursSectionProps) {
  const t = useT('calendar')
  const locale = useLocale()
  const { hours } = rulesOf(rules, office)
  const form =
    onSend &&
    ((close: () => void) => (
      <HoursForm
        office={office}
        offices={offices}
        busy={busy}
        onSend={async (draft) => {
          if (await onSend(draft)) close()
        }}
        onCancel={close}
      />
    ))
  return (
    <SettingSection
      title={t('hours.title', { office: offices[office] ?? office })}
      open={t('hours.set')}
      form={form}
    >
      <div className="scroll">
        <table className="hours-table">
          <thead>
            <tr>
              <th scope="col">{t('hours.name')}</th>
              <th scope="col">{t('hours.period')}</th>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {hours.map((one) => (
              <tr key={`${one.office} ${one.from} ${one.name}`}>
                <th scope="row">{one.name}</th>
                <td>
                  {one.office === '*' ? t('everyOffice') : (offices[one.office] ?? one.office)},{' '}
                  {period(one, t('hours.on'), locale)}
                </td>
                {WEEKDAYS.map((day) => (
                  <td key={day}>{spansAs(one.week[day] ?? []) || '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SettingSection>
  )
}

function period({ from, to }: OfficeHours, on: string, locale: Locale): string {
  return `${longDate(from, locale)} – ${to === null ? on : longDate(to, locale)}`
}

function Heads() {
  const locale = useLocale()
  const name = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  })
  // 4 January 1970 was a Sunday.
  return WEEKDAYS.map((day) => (
    <th key={day} scope="col">
      {name.format(new Date((3 + day) * 86_400_000))}
    </th>
  ))
}

type HoursFormProps = Pick<HoursSectionProps, 'offices'> & {
  readonly office: string
  readonly busy: boolean
  readonly onSend: (hours: HoursDraft) => Promise<void>
  readonly onCancel: () => void
}

/** Seven fields in plain words; a pattern fills them in. */
function HoursForm({ office, offices, busy, onSend, onCancel }: HoursFormProps) {
  const t = useT('calendar')
  const locale = useLocale()
  const [name, setName] = useState(t('hours.normal'))
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [week, setWeek] = useState(() => textsOf(NORMAL_WEEK))
  const [sent, setSent] = useState(false)
  const parsed = week.map(spansIn)
  const whole =
    /^\d{4}-\d{2}-\d{2}$/.test(from) && name.trim().length > 2 && parsed.every((one) => one !== undefined)
  const draft: HoursDraft | undefined = whole
    ? {
        office,
        from,
        to: to === '' ? null : to,
        name: name.trim(),
        week: parsed.map((spans) => (spans ?? []).map(([a, b]): [number, number] => [a, b])) as HoursWeek,
      }
    : undefined
  function send() {
    setSent(true)
    if (draft) void onSend(draft)
  }
  const fill = (pattern: Week, words: string) => {
    setWeek(textsOf(pattern))
    setName(words)
  }
  const day = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return (
    <SettingForm
      save={t('hours.save')}
      busy={busy}
      onSend={send}
      onCancel={onCancel}
      ahead={
        draft ? (
          <PreviewLine
            asked={JSON.stringify({ ...draft, name: '' })}
            ask={() => api.time.previewHours.query(draft)}
            places={offices}
          />
        ) : null
      }
    >
      <span className="form-acts">
        <Button small onClick={() => fill(NORMAL_WEEK, t('hours.normal'))}>
          {t('hours.normal')}
        </Button>
        <Button small onClick={() => fill(RAMADAN_WEEK, t('hours.ramadan'))}>
          {t('hours.ramadan')}
        </Button>
      </span>
      <Field label={t('hours.name')}>
        <input
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={100}
        />
      </Field>
      <Field label={t('hours.from')} error={sent && from === '' ? t('error.day') : undefined}>
        <input className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field label={t('hours.to')} hint={t('hours.toHint')}>
        <input className="input" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      {WEEKDAYS.map((weekday) => (
        <Field
          key={weekday}
          label={day.format(new Date((3 + weekday) * 86_400_000))}
          error={sent && parsed[weekday] === undefined ? t('error.hours') : undefined}
        >
          <input
            className="input"
            value={week[weekday] ?? ''}
            onChange={(event) =>
              setWeek(week.map((text, at) => (at === weekday ? event.target.value : text)))
            }
          />
        </Field>
      ))}
    </SettingForm>
  )
}

const textsOf = (week: Week): readonly string[] => week.map((spans) => spansAs(spans))
