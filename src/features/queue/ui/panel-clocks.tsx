import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { CountedClock } from '#domain/sla/stage-time.ts'
import { gapAt, leftOf } from '#domain/sla/stage-time.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import { useTicking } from '#client/clock.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { exactInWit, workingTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { useQueueSurroundings } from './queue-context.ts'
import { SlaChip } from './sla-chip.tsx'

/** The stage's time and the whole promise's beside each other; the words carry it, the bars repeat it. */
export function PanelClocks({ item }: { readonly item: QueueItem }) {
  const t = useT('queue')
  const { firstNow } = useQueueSurroundings()
  const { time, row } = item
  const stands = useTicking((now) => time.kind !== 'runs' || gapAt(time, now) !== undefined, firstNow)
  return (
    <div className="clocks">
      {stands ? (
        <div>
          <SlaChip row={row} time={time} firstNow={firstNow} />
        </div>
      ) : null}
      {time.stage && !stands ? (
        <OneClock clock={time.stage} item={item} label={(limit) => t('panel.stageTime', { time: limit })} />
      ) : null}
      {time.promise ? (
        <OneClock
          clock={time.promise}
          item={item}
          label={(limit) => t('panel.promiseTime', { time: limit })}
        />
      ) : null}
    </div>
  )
}

type OneClockProps = {
  readonly clock: CountedClock
  readonly item: QueueItem
  readonly label: (limit: string) => string
}

function OneClock({ clock, item, label }: OneClockProps) {
  const t = useT('queue')
  const locale = useLocale()
  const { firstNow } = useQueueSurroundings()
  const { gaps } = item.time
  const leftAt = (now: Instant) => Math.ceil(leftOf(clock, gaps, now) / MINUTE_MS)
  const left = useTicking((now) => (now >= clock.dueAt ? Math.min(leftAt(now), 0) : leftAt(now)), firstNow)
  const tone = useTicking((now) => toneOf(clock, item, now), firstNow)
  const limit = Math.round(clock.limit / MINUTE_MS)
  const words = workingTime(Math.abs(left), locale, WORKING_DAY_MINUTES)
  const used = limit === 0 ? 0 : Math.min(100, Math.max(0, Math.round((1 - left / limit) * 100)))
  const title =
    clock.dueAt === Infinity ? undefined : t('sla.due', { moment: exactInWit(clock.dueAt, locale) })
  return (
    <div title={title}>
      <span className="label">{label(workingTime(limit, locale, WORKING_DAY_MINUTES))}</span>
      <strong style={tone ? { color: tone } : undefined}>
        {tone === LATE ? t('sla.lewat', { time: words }) : t('sla.left', { time: words })}
      </strong>
      <span
        className="bar"
        style={{ '--p': `${used}%`, ...(tone ? { '--b': tone } : {}) } as React.CSSProperties}
      />
    </div>
  )
}

const LATE = 'var(--danger)'
const SOON = 'var(--warn)'

function toneOf(clock: CountedClock, { time }: QueueItem, now: Instant): string {
  if (now >= clock.dueAt || (clock.stands && clock.used > clock.limit)) return LATE
  return clock === time.stage && now >= time.soonAt ? SOON : ''
}
