'use client'
import { useCallback, useEffect, useState } from 'react'
import { PlugZap } from 'lucide-react'
import type { Instant } from '#domain/shared/instant.ts'
import { api } from '#client/trpc.ts'
import { serverNow } from '#client/clock.ts'
import { learnRules } from '#client/time-rules.ts'
import { exactInWit, wholeNumber, workingTime } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import { AlarmList } from './alarm-list.tsx'
import type { Alarms, Outages, OutageView, Places } from './api-answers.ts'
import { Moved } from './moved.tsx'
import type { OutageDraft } from './outage-form.tsx'
import { OutageForm } from './outage-form.tsx'
import { OUTAGE_STOPS, OUTAGE_TEXT } from './outage-words.ts'
import { useSend } from './use-send.ts'
import './sla-admin.css'

/** Outages: declared once, ended, corrected; which clocks they stop, what they cost, and what was known before. */
export function OutageScreen({
  first,
  firstAlarms,
  places,
  areas,
}: {
  readonly first: Outages
  readonly firstAlarms: Alarms
  readonly places: Places
  readonly areas: readonly string[]
}) {
  const t = useT('calendar')
  const [outages, setOutages] = useState(first)
  const [alarms, setAlarms] = useState(firstAlarms)
  const [open, setOpen] = useState<string | null>(null)
  const [version, setVersion] = useState<number>()
  const { busy, trouble, send } = useSend()
  const read = useCallback(async () => {
    const [latest, standing] = await Promise.all([api.time.outages.query(), api.time.alarms.query()])
    setOutages(latest)
    setAlarms(standing)
  }, [])
  useEffect(() => {
    const timer = setInterval(() => void read().catch(() => undefined), 30_000)
    return () => clearInterval(timer)
  }, [read])

  async function done(answer: { readonly ok: boolean; readonly version?: number }): Promise<void> {
    if (!answer.ok) return
    setOpen(null)
    setVersion(answer.version)
    const { rules } = await api.time.rules.query({ known: -1 })
    if (rules) learnRules(rules)
    await read()
  }
  const declare = (draft: OutageDraft) =>
    send(async () => {
      const answer = await api.time.declareOutage.mutate(draft)
      await done(answer)
      return answer
    })
  const change = (known: OutageView, part: Partial<OutageDraft> & { readonly withdrawn?: boolean }) =>
    send(async () => {
      const { id, kind, reach, from, to, reason } = known
      const answer = await api.time.changeOutage.mutate({
        id,
        seenVersion: known.version,
        kind,
        reach,
        from,
        to,
        reason,
        withdrawn: false,
        ...part,
      })
      await done(answer)
      return answer
    })
  return (
    <main className="sla-adm">
      <header className="sla-head">
        <h1 className="title">{t('outage.title')}</h1>
        {open === 'new' ? null : (
          <Button variant="primary" onClick={() => setOpen('new')}>
            {t('outage.declare')}
          </Button>
        )}
      </header>
      <p className="second">{t('outage.about')}</p>
      <AlarmList alarms={alarms} places={places} />
      {version === undefined ? null : <Moved version={version} />}
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      {open === 'new' ? (
        <OutageForm
          places={places}
          areas={areas}
          busy={busy}
          onSend={declare}
          onCancel={() => setOpen(null)}
        />
      ) : null}
      {outages.length === 0 ? (
        <EmptyState title={t('outage.none')}>{t('outage.noneHint')}</EmptyState>
      ) : (
        <ul className="sla-list outages">
          {outages.map((outage) => (
            <li key={outage.id}>
              <Outage outage={outage} places={places} />
              {open === outage.id ? (
                <OutageForm
                  places={places}
                  areas={areas}
                  known={outage}
                  busy={busy}
                  onSend={(draft) => change(outage, draft)}
                  onCancel={() => setOpen(null)}
                />
              ) : outage.withdrawn ? null : (
                <p className="outage-acts">
                  {outage.to === null ? (
                    <Button small onClick={() => void change(outage, { to: serverNow() })}>
                      {t('outage.end')}
                    </Button>
                  ) : null}
                  <Button small variant="quiet" onClick={() => setOpen(outage.id)}>
                    {t('outage.correct')}
                  </Button>
                  <Button small variant="quiet" onClick={() => void change(outage, { withdrawn: true })}>
                    {t('outage.withdraw')}
                  </Button>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}

function Outage({ outage, places }: { readonly outage: OutageView; readonly places: Places }) {
  const t = useT('calendar')
  const text = useText()
  const locale = useLocale()
  const moment = (at: Instant) => exactInWit(at, locale)
  const { kind, reach, from, to, reason, byName, lostMinutes, stops, marks, withdrawn, earlier } = outage
  return (
    <div className={withdrawn ? 'outage gone' : 'outage'}>
      <h2>
        <PlugZap className="ic" aria-hidden /> {text(OUTAGE_TEXT[kind])}{' '}
        <span className={to === null && !withdrawn ? 'tag warn' : 'tag'}>
          {withdrawn ? t('outage.isWithdrawn') : to === null ? t('outage.goesOn') : t('outage.isOver')}
        </span>
      </h2>
      <p>
        {places[reach] ?? reach}. {t('outage.from', { moment: moment(from) })}
        {to === null ? '' : `, ${t('outage.to', { moment: moment(to) })}`}. {reason}
      </p>
      <p className="second">
        {withdrawn
          ? ''
          : `${t('outage.lost', { time: workingTime(lostMinutes, locale, WORKING_DAY_MINUTES) })} `}
        {to === null && !withdrawn
          ? t('outage.hits', { stops: wholeNumber(stops, locale), marks: wholeNumber(marks, locale) })
          : ''}{' '}
        {text(OUTAGE_STOPS[kind])} {t('outage.by', { name: byName, moment: moment(outage.at) })}
      </p>
      {earlier.length > 0 ? (
        <details>
          <summary>{t('outage.earlier', { n: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.version}>
                {t('outage.was', {
                  from: moment(one.from),
                  to: one.to === null ? t('outage.unknownEnd') : moment(one.to),
                  name: one.byName,
                  moment: moment(one.at),
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
