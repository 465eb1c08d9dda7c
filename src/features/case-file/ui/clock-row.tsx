'use client'
import { ChevronRight, Hand, OctagonAlert, Pause, PlugZap, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useTicking } from '#client/clock.ts'
import { useRules } from '#client/use-rules.ts'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { clocksOf } from '#domain/sla/clocks-of.ts'
import type { ExplainedClock } from '#domain/sla/explain.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { ClockFace } from './clock-faces.ts'
import { clockFaces } from './clock-faces.ts'
import { useDesk } from './desk.ts'

const ICON = {
  lewat: OctagonAlert,
  segera: TriangleAlert,
  jeda: Pause,
  tahan: Hand,
  gangguan: PlugZap,
} as const

type ClockRowProps = { readonly onExplain: ((which: ExplainedClock) => void) | undefined }

/**
 * Stage and promise beside each other, the law third and quieter, counting by the server's clock. The words carry it,
 * the bar only repeats it; pressing one shows how it was counted. A change of state is spoken, a passing minute is not.
 */
export function ClockRow({ onExplain }: ClockRowProps) {
  const t = useT('case')
  const locale = useLocale()
  const { file, now: drawn } = useDesk()
  const rules = useRules()
  const history = useMemo(() => clockHistoryOf(file), [file])
  const holder = file.holder ?? null
  const drawnAs = useTicking(
    (now) => JSON.stringify(clockFaces(clocksOf(history, rules, now, holder), t, locale)),
    drawn,
  )
  const faces = JSON.parse(drawnAs) as readonly ClockFace[]
  const spoken = faces.find((face) => face.which === 'stage')?.state
  return (
    <div className="case-clocks">
      {faces.map((face) => (
        <One key={face.which} face={face} onExplain={onExplain} />
      ))}
      <span className="vh" role="status">
        {spoken === 'lewat' || spoken === 'segera' ? t(`clock.spoken.${spoken}`) : ''}
      </span>
    </div>
  )
}

type OneProps = { readonly face: ClockFace } & ClockRowProps

function One({ face, onExplain }: OneProps) {
  const t = useT('case')
  const { which, state, tone, label, words, title, note, marked, used } = face
  const Icon = state === 'aman' ? undefined : ICON[state]
  const inside = (
    <>
      <span className="label">{label}</span>
      <strong>
        {Icon ? <Icon className="ic" aria-hidden /> : null}
        {words}
        {onExplain ? <ChevronRight className="ic s clock-more" aria-hidden /> : null}
      </strong>
      {note ? (
        <span className="label clock-note">
          {marked ? <PlugZap className="ic s" aria-hidden /> : null} {note}
        </span>
      ) : null}
      {used === undefined ? null : (
        <span
          className="case-bar"
          style={{ '--p': `${Math.round(used * 100)}%` } as Record<string, string>}
        />
      )}
    </>
  )
  if (!onExplain)
    return (
      <div className={tone} title={title}>
        {inside}
      </div>
    )
  return (
    <button
      type="button"
      className={tone}
      title={title}
      data-clock={which}
      aria-haspopup="dialog"
      aria-label={`${label}: ${words}${marked ? `, ${note ?? ''}` : ''}. ${t('clock.explain')}`}
      onClick={() => onExplain(which)}
    >
      {inside}
    </button>
  )
}
