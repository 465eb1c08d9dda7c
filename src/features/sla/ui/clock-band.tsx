'use client'
import { ClockAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useClockAlarm } from '#client/clock-alarm.ts'
import { keepTime } from '#client/keep-time.ts'
import { workingTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'

const DAY_MINUTES = 1440
const MINUTE_S = 60

/** The clock jumped, or two do not agree: warnings stand still, and what is left on the screens may be wrong. */
export function ClockBand() {
  const t = useT('common')
  const locale = useLocale()
  const alarm = useClockAlarm()
  useEffect(keepTime, []) // also whoever hears no queue is told
  if (!alarm) return null
  const seconds = Math.round(Math.abs(alarm.byMs) / 1000)
  const by =
    seconds < 2 * MINUTE_S
      ? t('clock.seconds', { n: seconds })
      : workingTime(Math.round(seconds / MINUTE_S), locale, DAY_MINUTES)
  return (
    <div className="foot-band clock" role="alert">
      <ClockAlert className="ic" aria-hidden />
      <p>
        <b>{t(`clock.${alarm.why}`, { by })}</b> {t('clock.stands')}
      </p>
    </div>
  )
}
