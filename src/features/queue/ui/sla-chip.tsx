import { Check, Hand, OctagonAlert, Pause, PlugZap, TriangleAlert } from 'lucide-react'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { officeOf } from '#domain/sla/clockwork.ts'
import type { StageTime } from '#domain/sla/stage-time.ts'
import { gapAt, markAt, minutesLeft, stageStateAt } from '#domain/sla/stage-time.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import { workingBetween } from '#domain/sla/working-time.ts'
import { useTicking } from '#client/clock.ts'
import { clockwork } from '#client/time-rules.ts'
import { clockTime, exactInWit, shortDayInWit, workingTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'

const ICON = {
  lewat: OctagonAlert,
  segera: TriangleAlert,
  jeda: Pause,
  tahan: Hand,
  gangguan: PlugZap,
  terbit: Check,
} as const
/** The ring is drawn in so many steps: finer ones cannot be seen. */
const STEPS = 24

type SlaChipProps = {
  readonly row: QueueRow
  readonly time: StageTime
  readonly firstNow: Instant
}

/** What is left of this stage: shape, words and time; the colour only repeats them. Drawn again only when it says something else. */
export function SlaChip({ row, time, firstNow }: SlaChipProps) {
  const t = useT('queue')
  const locale = useLocale()
  const state = useTicking((now) => stageStateAt(time, row, now), firstNow)
  const words = useTicking((now) => wordsAt(now), firstNow)
  const step = useTicking((now) => stepAt(time, now), firstNow)
  const marked = useTicking((now) => markedAt(now), firstNow)
  if (state === 'none') return <span className="muted">–</span>
  const Icon = state === 'aman' ? undefined : ICON[state]
  return (
    <span className={`sla ${state}`} title={titleOf()}>
      {Icon ? <Icon className="ic" aria-hidden /> : <Ring step={step} />}
      <span>{words}</span>
      {marked ? (
        <>
          <PlugZap className="ic sla-mark" aria-hidden />
          <span className="vh">, {marked}</span>
        </>
      ) : null}
    </span>
  )

  function titleOf(): string {
    const stage =
      time.dueAt === Infinity
        ? t('sla.since', { moment: exactInWit(row.stageAt, locale) })
        : t('sla.due', { moment: exactInWit(time.dueAt, locale) })
    const promise = time.promise?.dueAt ?? Infinity
    const whole =
      promise === Infinity
        ? stage
        : `${stage}. ${t('sla.promiseDue', { moment: exactInWit(promise, locale) })}`
    return marked ? `${whole}. ${marked}` : whole
  }

  /** An outage that only slows the work stops no clock: it is said beside what is left. */
  function markedAt(now: Instant): string {
    const mark = markAt(time, now)
    return mark ? t(`sla.marked.${mark.outage.kind}`) : ''
  }

  function wordsAt(now: Instant): string {
    const spell = (minutes: number) => workingTime(Math.max(0, minutes), locale, WORKING_DAY_MINUTES)
    const is = stageStateAt(time, row, now)
    switch (is) {
      case 'lewat':
        return t('sla.lewat', { time: spell(-minutesLeft(time, now)) })
      case 'segera':
      case 'aman':
        return t('sla.left', { time: spell(minutesLeft(time, now)) })
      case 'jeda':
        return t('sla.jeda', { time: spell(pausedMinutes(row, now)) })
      case 'tahan':
        return t('sla.tahan')
      case 'gangguan':
        return t(`sla.outage.${gapAt(time, now)?.outage.kind ?? 'SIAK'}`)
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

function pausedMinutes(row: QueueRow, now: Instant): number {
  const calendar = clockwork().calendarOf(officeOf('FORWARDED', row.negeri))
  return Math.floor(workingBetween(calendar, row.stageAt, now) / MINUTE_MS)
}

function stepAt(time: StageTime, now: Instant): number {
  if (!time.stage) return 0
  const used = 1 - minutesLeft(time, now) / (time.stage.limit / MINUTE_MS)
  return Math.round(Math.min(Math.max(used, 0), 1) * STEPS)
}

/** A ring that fills with the time used. */
function Ring({ step }: { readonly step: number }) {
  const part = (step / STEPS) * 31.4
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
