'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { TriangleAlert } from 'lucide-react'
import { createClockwork } from '#domain/sla/clockwork.ts'
import { workingDaysOf } from '#domain/sla/calendar.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { CalendarDays, RulesNews } from './api-answers.ts'
import { ChangeList } from './change-list.tsx'
import { DayForm } from './day-form.tsx'
import { DayList } from './day-list.tsx'
import { HoursSection } from './hours-section.tsx'
import { Moved } from './moved.tsx'
import { PolicySection } from './policy-section.tsx'
import { useSend } from './use-send.ts'
import { YearView } from './year-view.tsx'
import './sla-admin.css'

type CalendarScreenProps = {
  readonly rules: TimeRules
  readonly year: number
  readonly days: CalendarDays
  readonly changes: RulesNews
  /** Offices that may have hours and days of their own, by name. */
  readonly offices: { readonly [code: string]: string }
  readonly regency: string
  /** Reads only: calendars are the administrator's. */
  readonly mayKeep: boolean
}

/** The working calendar of every office: its year, its days off, its hours, the standards, and each change with what it moved. */
export function CalendarScreen(first: CalendarScreenProps) {
  const { offices, regency, mayKeep } = first
  const t = useT('calendar')
  const [rules, setRules] = useState(first.rules)
  const [year, setYear] = useState(first.year)
  const [days, setDays] = useState(first.days)
  const [changes, setChanges] = useState(first.changes)
  const [office, setOffice] = useState(regency)
  const [version, setVersion] = useState<number>()
  const { busy, trouble, send } = useSend()
  const calendar = useMemo(() => createClockwork(rules).calendarOf(office), [rules, office])
  const confirmed = rules.confirmedYears.includes(year)

  const read = useCallback(async (shown: number) => {
    const [answer, list, latest] = await Promise.all([
      api.time.rules.query({ known: -1 }),
      api.time.days.query({ year: shown }),
      api.time.changes.query(),
    ])
    if (answer.rules) setRules(answer.rules)
    setDays(list)
    setChanges(latest)
  }, [])
  useEffect(() => {
    if (changes.changes.every((one) => one.done)) return
    const timer = setTimeout(() => void read(year).catch(() => undefined), 2_000)
    return () => clearTimeout(timer)
  }, [changes, read, year])

  type Answer =
    | { readonly ok: true; readonly version: number }
    | { readonly ok: false; readonly refusal: { readonly why: string } }
  const act = (change: () => Promise<Answer>) =>
    send(async () => {
      const answer = await change()
      if (answer.ok) {
        setVersion(answer.version)
        await read(year)
      }
      return answer
    })
  const show = (next: number) => {
    setYear(next)
    void read(next).catch(() => undefined)
  }
  return (
    <main className="sla-adm">
      <header className="sla-head">
        <h1 className="title">{t('title')}</h1>
      </header>
      {changes.alarm ? (
        <Note tone="danger" icon={<TriangleAlert className="ic" aria-hidden />} role="alert">
          {t(`alarm.${changes.alarm.why}`, { n: Math.round(Math.abs(changes.alarm.byMs) / 1000) })}
        </Note>
      ) : null}
      {changes.missingYear === null ? null : (
        <Note tone="warn" icon={<TriangleAlert className="ic" aria-hidden />}>
          {t('missingYear', { year: String(changes.missingYear) })}
        </Note>
      )}
      {version === undefined ? null : <Moved key={version} version={version} />}
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      <div className="cal-head">
        <Button small aria-label={t('yearBefore')} onClick={() => show(year - 1)}>
          {year - 1}
        </Button>
        <h2>{year}</h2>
        <Button small aria-label={t('yearAfter')} onClick={() => show(year + 1)}>
          {year + 1}
        </Button>
        <label className="cal-office">
          <span className="label">{t('office')}</span>
          <select className="input" value={office} onChange={(event) => setOffice(event.target.value)}>
            {Object.entries(offices).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p className="second">
          {t('workingDays', { n: workingDaysOf(calendar, year).length })}{' '}
          {confirmed ? t('yearConfirmed') : t('yearEstimate')}
        </p>
        {mayKeep && !confirmed ? (
          <span className="form-acts">
            <Button
              small
              onClick={() =>
                void send(async () => {
                  await api.time.proposeDays.mutate({ year })
                  await read(year)
                  return { ok: true }
                })
              }
            >
              {t('propose')}
            </Button>
            <Button small onClick={() => void act(() => api.time.confirmYear.mutate({ year }))}>
              {t('confirmYear')}
            </Button>
          </span>
        ) : null}
      </div>
      <YearView year={year} calendar={calendar} days={days} />
      <section>
        <h2>{t('days')}</h2>
        {mayKeep ? (
          <DayForm
            year={year}
            offices={offices}
            busy={busy}
            onSend={(day) => act(() => api.time.addDay.mutate(day))}
          />
        ) : null}
        <DayList
          days={days}
          offices={offices}
          onDecide={
            mayKeep ? (id, confirm) => void act(() => api.time.decideDay.mutate({ id, confirm })) : undefined
          }
        />
      </section>
      <HoursSection
        rules={rules}
        office={office}
        offices={offices}
        busy={busy}
        onSend={mayKeep ? (hours) => act(() => api.time.setHours.mutate(hours)) : undefined}
      />
      <PolicySection
        policies={rules.policies}
        places={offices}
        busy={busy}
        onSend={mayKeep ? (policy) => act(() => api.time.setPolicy.mutate(policy)) : undefined}
      />
      <ChangeList changes={changes.changes} />
    </main>
  )
}
