'use client'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId, ServiceId } from '#domain/shared/service-id.ts'
import type { RulesParcel } from '#domain/sla/rules-parcel.ts'
import { liveConnection } from '#client/live/live-connection.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useLink } from '#client/live/live.ts'
import { usePageRules } from '#client/page-rules.ts'
import { api } from '#client/trpc.ts'
import { clockTime, dateInWit, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { ConnectionMark } from '#ui/connection-mark.tsx'
import { Mark } from '#ui/mark.tsx'
import type { Around } from './around.ts'
import { FlowChart } from './flow-chart.tsx'
import { useBoard } from './use-board.ts'
import { WallLines } from './wall-lines.tsx'
import { WallNext } from './wall-next.tsx'
import { WallService } from './wall-service.tsx'
import { WallSide } from './wall-side.tsx'
import './wall.css'

type WallScreenProps = {
  readonly me: Actor & { readonly role: Role }
  readonly hears: readonly QueueId[]
  readonly services: readonly ServiceId[]
  readonly area: string
  readonly places: { readonly [code: string]: string }
  readonly around: Around
  readonly firstNow: Instant
  /** The wall has no frame around it: the rules come with it. */
  readonly rules: RulesParcel
}

const AROUND_MS = 60_000

/** The day on a wall: what is open, nearly late, late and why, who holds it, which village is silent. Live, dark, without a pointer; with one, each number opens its list. */
export function WallScreen({
  me,
  hears,
  services,
  area,
  places,
  around: first,
  firstNow,
  rules,
}: WallScreenProps) {
  usePageRules(rules)
  const t = useT('board')
  const locale = useLocale()
  const [live, setLive] = useState<LiveConnection>()
  const [around, setAround] = useState(first)
  const link = useLink(live)
  const { board, now } = useBoard(live, hears, services, firstNow)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- one connection for the person
  useEffect(() => setLive(liveConnection(me, hears)), [me.id])
  useEffect(() => {
    const timer = setInterval(() => {
      api.board.around.query().then(setAround, () => undefined) // what is shown stays until the next answer
    }, AROUND_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="wall always-dark">
      <header className="wall-head">
        <Link href="/" className="wall-home" prefetch={false} aria-label={t('back')}>
          <Mark />
        </Link>
        <h1>{t('title')}</h1>
        <span className="second">
          {board ? t('about', { area, n: wholeNumber(board.open, locale) }) : area}
        </span>
        <span className="wall-when">
          <ConnectionMark state={link.state} newsAt={link.newsAt} />
          <span className="second">{dateInWit(now, locale)}</span>
          <time>
            {clockTime(now)} <small>WIT</small>
          </time>
        </span>
      </header>
      <WallLines me={me} board={board} alarms={around.alarms} now={now} />
      <main className="wall-grid">
        <div className="wall-left">
          <div>
            {services.map((service) => (
              <WallService
                key={service}
                service={service}
                counts={board?.services.find((one) => one.service === service)}
              />
            ))}
          </div>
          <div className="wall-low">
            <FlowChart days={around.flow} />
            <WallNext items={board?.next ?? []} now={now} />
          </div>
        </div>
        <WallSide board={board} around={around} places={places} />
      </main>
    </div>
  )
}
