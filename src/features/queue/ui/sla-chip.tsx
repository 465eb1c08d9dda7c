import { Check, Hand, OctagonAlert, Pause, TriangleAlert } from 'lucide-react'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import type { StageState, StageTime } from '#domain/sla/stage-time.ts'
import { minutesLeft, stageStateAt } from '#domain/sla/stage-time.ts'
import { WORKING_DAY_MINUTES, workingMinutesBetween } from '#domain/sla/working-hours.ts'
import { clockTime, exactInWit, shortDayInWit, workingTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'

const ICON = { lewat: OctagonAlert, segera: TriangleAlert, jeda: Pause, tahan: Hand, terbit: Check } as const

/** What is left of this stage: shape, words and time; the colour only repeats them. */
export function SlaChip({
  row,
  time,
  now,
}: {
  readonly row: QueueRow
  readonly time: StageTime
  readonly now: Instant
}) {
  const t = useT('queue')
  const locale = useLocale()
  const state = stageStateAt(time, row, now)
  if (state === 'none') return <span className="muted">–</span>
  const title =
    time.kind === 'runs'
      ? t('sla.due', { moment: exactInWit(time.dueAt, locale) })
      : t('sla.since', { moment: exactInWit(row.stageAt, locale) })
  const Icon = state === 'aman' ? undefined : ICON[state]
  return (
    <span className={`sla ${state}`} title={title}>
      {Icon ? (
        <Icon className="ic" aria-hidden />
      ) : (
        <Ring used={1 - minutesLeft(time, now) / time.standardMinutes} />
      )}
      <span>{wordsOf(state)}</span>
    </span>
  )

  function wordsOf(shown: StageState): string {
    switch (shown) {
      case 'lewat':
        return t('sla.lewat', {
          time: workingTime(Math.max(0, -minutesLeft(time, now)), locale, WORKING_DAY_MINUTES),
        })
      case 'segera':
      case 'aman':
        return t('sla.left', {
          time: workingTime(Math.max(0, minutesLeft(time, now)), locale, WORKING_DAY_MINUTES),
        })
      case 'jeda':
        return t('sla.jeda', {
          time: workingTime(Math.floor(workingMinutesBetween(row.stageAt, now)), locale, WORKING_DAY_MINUTES),
        })
      case 'tahan':
        return t('sla.tahan')
      case 'terbit':
        if (row.stage !== 'ISSUED') return t('sla.diserahkan')
        return t('sla.terbit', {
          moment:
            localDateInWit(row.stageAt) === localDateInWit(now)
              ? clockTime(row.stageAt)
              : shortDayInWit(row.stageAt, locale),
        })
      case 'none':
        return '–'
    }
  }
}

/** A ring that fills with the time used. */
function Ring({ used }: { readonly used: number }) {
  const part = Math.min(Math.max(used, 0), 1) * 31.4
  return (
    <svg viewBox="0 0 14 14" fill="none" aria-hidden="true">
      <circle cx="7" cy="7" r="5" stroke="var(--line-strong)" strokeWidth="2.5" />
      <circle
        cx="7"
        cy="7"
        r="5"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeDasharray={`${part.toFixed(1)} 99`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  )
}
