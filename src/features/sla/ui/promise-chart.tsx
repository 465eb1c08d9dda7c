'use client'
import { REPLAY_LABEL } from '#domain/sla/replay.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { ReplayAnswer } from './api-answers.ts'
import { WORTH_GIVING } from './worth-giving.ts'

type Line = ReplayAnswer['lines'][number]

const WIDTH = 300
const HEIGHT = 116
const BAR = 18
const HALF = 0.5

/** One small picture per service: how many of a hundred each promise would have kept. The chosen one is filled. */
export function PromiseChart({
  lines,
  days,
  onDays,
}: {
  readonly lines: readonly Line[]
  readonly days: number
  readonly onDays: (days: number) => void
}) {
  const text = useText()
  return (
    <div className="promise-charts">
      {lines.map((line) => (
        <figure key={line.line}>
          <figcaption>{text(REPLAY_LABEL[line.line])}</figcaption>
          <Bars line={line} days={days} onDays={onDays} />
        </figure>
      ))}
    </div>
  )
}

function Bars({
  line: { line, withinPercent, promisedDays },
  days,
  onDays,
}: {
  readonly line: Line
  readonly days: number
  readonly onDays: (days: number) => void
}) {
  const t = useT('sla')
  const text = useText()
  const wide = WIDTH / withinPercent.length
  const middle = (n: number) => wide * (n + HALF)
  const top = (percent: number) => HEIGHT - (percent / 100) * HEIGHT
  return (
    <svg
      viewBox={`-2 -20 ${WIDTH + 40} ${HEIGHT + 58}`}
      role="img"
      aria-label={t('chart.label', {
        service: text(REPLAY_LABEL[line]),
        days,
        percent: withinPercent[days - 1] ?? 0,
      })}
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="base" />
      {withinPercent.map((percent, n) => (
        // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a promise is its number of days; the slider above is the way by keys
        <g key={n} className={n + 1 === days ? 'chosen' : ''} onClick={() => onDays(n + 1)}>
          <rect x={wide * n} y={-20} width={wide} height={HEIGHT + 58} className="hit" />
          <rect
            x={middle(n) - BAR / 2}
            y={top(percent)}
            width={BAR}
            height={Math.max(1, HEIGHT - top(percent))}
            className="bar"
          />
          {n + 1 === days ? (
            <text x={middle(n)} y={top(percent) - 6} className="value">
              {percent} %
            </text>
          ) : null}
          <text x={middle(n)} y={HEIGHT + 16}>
            {n + 1}
          </text>
        </g>
      ))}
      <line x1="0" x2={WIDTH} y1={top(WORTH_GIVING)} y2={top(WORTH_GIVING)} className="target" />
      <text x={WIDTH + 4} y={top(WORTH_GIVING) + 4} className="end">
        {WORTH_GIVING} %
      </text>
      {promisedDays === null || promisedDays > withinPercent.length ? null : (
        <text x={middle(promisedDays - 1)} y={HEIGHT + 33} className="promised">
          ▲ {t('chart.promised')}
        </text>
      )}
    </svg>
  )
}
