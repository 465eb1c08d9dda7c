'use client'
import { Hand, OctagonAlert, Pause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-hours.ts'
import { exactInWit, workingTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { CaseClocks, Clock } from './case-clocks.ts'

/** Stage and promise beside each other, the law third and quieter. The words carry it, the bar only repeats it. */
export function ClockRow({ clocks }: { readonly clocks: CaseClocks }) {
  const t = useT('case')
  const locale = useLocale()
  const inWords = (clock: Clock) => {
    const time = workingTime(Math.abs(clock.leftMinutes), locale, WORKING_DAY_MINUTES)
    return clock.leftMinutes < 0 ? t('clock.late', { time }) : t('clock.left', { time })
  }
  const due = (clock: Clock) => t('clock.due', { at: exactInWit(clock.dueAt, locale) })
  return (
    <div className="case-clocks">
      {clocks.stageClock ? (
        <One
          tone={clocks.stage === 'lewat' ? 'late' : clocks.stage === 'segera' ? 'warn' : ''}
          label={t('clock.stage', { n: hours(clocks.stageClock, locale) })}
          title={due(clocks.stageClock)}
          used={clocks.stageClock.used}
        >
          {clocks.stage === 'lewat' ? (
            <OctagonAlert className="ic" aria-hidden />
          ) : clocks.stage === 'segera' ? (
            <TriangleAlert className="ic" aria-hidden />
          ) : null}
          {inWords(clocks.stageClock)}
        </One>
      ) : null}
      {clocks.stage === 'jeda' ? (
        <One tone="quiet" label={t('clock.stageNow')}>
          <Pause className="ic" aria-hidden />
          {t('clock.paused')}
        </One>
      ) : null}
      {clocks.stage === 'tahan' ? (
        <One tone="quiet" label={t('clock.stageNow')}>
          <Hand className="ic" aria-hidden />
          {t('clock.held')}
        </One>
      ) : null}
      {clocks.promise ? (
        <One
          tone={clocks.promise.leftMinutes < 0 ? 'late' : ''}
          label={t('clock.promise', { n: clocks.promiseDays })}
          title={due(clocks.promise)}
          used={clocks.promise.used}
        >
          {inWords(clocks.promise)}
        </One>
      ) : null}
      {clocks.law ? (
        <One
          tone="quiet"
          label={t('clock.law', { n: clocks.law.of })}
          used={Math.min(1, clocks.law.day / clocks.law.of)}
        >
          {t('clock.day', { n: clocks.law.day })}
        </One>
      ) : null}
    </div>
  )
}

type OneProps = {
  readonly tone: '' | 'warn' | 'late' | 'quiet'
  readonly label: string
  readonly title?: string
  readonly used?: number
  readonly children: ReactNode
}

function One({ tone, label, title, used, children }: OneProps) {
  return (
    <div className={tone} title={title}>
      <span className="label">{label}</span>
      <strong>{children}</strong>
      {used === undefined ? null : (
        <span
          className="case-bar"
          style={{ '--p': `${Math.round(used * 100)}%` } as Record<string, string>}
        />
      )}
    </div>
  )
}

function hours(clock: Clock, locale: 'id' | 'en'): string {
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 }).format(
    clock.standardMinutes / 60,
  )
}
