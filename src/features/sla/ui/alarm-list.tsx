'use client'
import { Siren } from 'lucide-react'
import { alarmWords } from '#domain/sla/alarm-words.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'
import type { Alarms, Places } from './api-answers.ts'

/** Alarms of the whole house: those that stand, each with what is to be done; below, the latest that are over. */
export function AlarmList({ alarms, places }: { readonly alarms: Alarms; readonly places: Places }) {
  const t = useT('calendar')
  const text = useText()
  const locale = useLocale()
  const moment = (at: number) => exactInWit(at, locale)
  const standing = alarms.filter(({ endedAt }) => endedAt === null)
  const over = alarms.filter(({ endedAt }) => endedAt !== null)
  return (
    <>
      {standing.map((alarm) => (
        <Note key={alarm.id} tone="danger" icon={<Siren className="ic" aria-hidden />}>
          <b>{text(alarmWords(alarm).what)}.</b> {text(alarmWords(alarm).next)}{' '}
          {t('alarm.since', { place: places[alarm.place] ?? alarm.place, moment: moment(alarm.since) })}
        </Note>
      ))}
      {over.length > 0 ? (
        <details className="alarms-over">
          <summary>{t('alarm.over', { n: over.length })}</summary>
          <ul>
            {over.map((alarm) => (
              <li key={alarm.id}>
                {text(alarmWords(alarm).what)}, {moment(alarm.since)} – {moment(alarm.endedAt ?? alarm.since)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
