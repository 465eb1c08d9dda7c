'use client'
import { CloudOff, Radio, SignalMedium, WifiOff } from 'lucide-react'
import { timeInWit } from '#i18n/format.ts'
import { useT } from '#i18n/messages-provider.tsx'

export type ConnectionState = 'starting' | 'online' | 'weak' | 'offline' | 'dead'

const LOOK = {
  starting: { icon: Radio, tone: '' },
  online: { icon: Radio, tone: 'on' },
  weak: { icon: SignalMedium, tone: 'weak' },
  offline: { icon: WifiOff, tone: 'off' },
  dead: { icon: CloudOff, tone: 'off' },
} as const

/** Always visible: how the link stands, and when the last news came. */
export function ConnectionMark({
  state,
  newsAt,
}: {
  readonly state: ConnectionState
  readonly newsAt: number | undefined
}) {
  const t = useT('common')
  const { icon: Icon, tone } = LOOK[state]
  const time = newsAt === undefined ? '–' : timeInWit(newsAt, true)
  const words = t(`connection.${state}`, { time })
  return (
    <span className={`conn ${tone}`} title={words} data-connection={state}>
      <Icon className="ic" aria-hidden />
      <span className="conn-words">{words}</span>
    </span>
  )
}
