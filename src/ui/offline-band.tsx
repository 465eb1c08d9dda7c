'use client'
import { CloudOff, WifiOff } from 'lucide-react'
import { timeInWit } from '#i18n/format.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { ConnectionState } from './connection-mark.tsx'

/** Without a link: how old the data are and what still works. It covers the foot of the page and pushes nothing. */
export function OfflineBand({
  state,
  newsAt,
  stillWorks,
}: {
  readonly state: ConnectionState
  readonly newsAt: number | undefined
  /** What can be done here without a link; left out: what a list can. */ readonly stillWorks?: string
}) {
  const t = useT('common')
  if (state !== 'offline' && state !== 'dead') return null
  const Icon = state === 'offline' ? WifiOff : CloudOff
  return (
    <div className="offline" role="status">
      <Icon className="ic" aria-hidden />
      <span>
        <b>{t(`band.${state}`)}</b>{' '}
        {stillWorks ??
          (newsAt === undefined ? t('band.noData') : t('band.dataFrom', { time: timeInWit(newsAt) }))}
      </span>
    </div>
  )
}
