'use client'
import Link from 'next/link'
import { CornerDownRight, PlugZap } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { STAGE } from '#domain/case/stage.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId, ServiceId } from '#domain/shared/service-id.ts'
import { liveConnection } from '#client/live/live-connection.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useLink } from '#client/live/live.ts'
import { api } from '#client/trpc.ts'
import { useRules } from '#client/use-rules.ts'
import { clockTime, dateInWit, shortAge, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { ConnectionMark } from '#ui/connection-mark.tsx'
import { Mark } from '#ui/mark.tsx'
import type { Board } from './board-counts.ts'
import { FlowChart } from './flow-chart.tsx'
import { listOf } from './list-address.ts'
import { useBoard } from './use-board.ts'
import { WallNext } from './wall-next.tsx'
import { WallService } from './wall-service.tsx'
import './wall.css'

export type Around = Awaited<ReturnType<typeof api.board.around.query>>

type WallScreenProps = {
  readonly me: Actor & { readonly role: Role }
  readonly hears: readonly QueueId[]
  readonly services: readonly ServiceId[]
  readonly area: string
  readonly places: { readonly [code: string]: string }
  readonly around: Around
  readonly firstNow: Instant
}

const AROUND_MS = 60_000
const HOLDERS_SHOWN = 7
const NEGERI_SHOWN = 5

/** The day on a wall: what is open, nearly late, late and why, who holds it, which village is silent. Live, dark, without a pointer; with one, each number opens its list. */
export function WallScreen({ me, hears, services, area, places, around: first, firstNow }: WallScreenProps) {
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
      <OutageLine me={me} board={board} now={now} />
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
        <div className="wall-right">
          <Holders board={board} />
          <LateNegeri board={board} places={places} />
          <Silent around={around} places={places} />
        </div>
      </main>
    </div>
  )
}

/** Its line is kept free: an outage pushes nothing. */
function OutageLine({
  me,
  board,
  now,
}: {
  readonly me: Actor
  readonly board: Board | undefined
  readonly now: Instant
}) {
  const t = useT('board')
  const locale = useLocale()
  const { rules } = useRules()
  const present = rules.outages.filter(
    ({ from, to, reach }) =>
      from <= now &&
      (to === null || to > now) &&
      me.areas.some((one) => contains(one, reach) || contains(reach, one)),
  )
  const [worst] = present.toSorted((a, b) => a.from - b.from)
  return (
    <div className="wall-out" role="status">
      {worst ? (
        <Link href="/gangguan" prefetch={false}>
          <PlugZap className="ic" aria-hidden />
          <span>
            <b>
              {t(`outage.${worst.kind}`, {
                since: clockTime(worst.from),
                age: shortAge(now - worst.from, locale),
              })}
            </b>{' '}
            {t('outage.stopped', { n: wholeNumber(board?.stopped ?? 0, locale) })}
          </span>
          <span className="second">{worst.reason}</span>
        </Link>
      ) : null}
    </div>
  )
}

function Holders({ board }: { readonly board: Board | undefined }) {
  const t = useT('board')
  const text = useText()
  const locale = useLocale()
  const holders = board?.holders ?? []
  const most = Math.max(1, ...holders.map(({ n }) => n))
  return (
    <section>
      <h2>
        {t('holders.title')} <span>{t('holders.hint')}</span>
      </h2>
      <ul className="wall-holders">
        {holders.slice(0, HOLDERS_SHOWN).map(({ holder, n, late, stage }) => (
          <li key={holder.id}>
            <Avatar id={holder.id} name={holder.name} large />
            <span>
              {holder.name}
              <small>
                {text(STAGE[stage].label)}
                {late > 0 ? `, ${t('holders.late', { n: late })}` : ''}
              </small>
            </span>
            <i
              style={
                { '--p': `${(n / most) * 100}%`, '--l': `${(late / most) * 100}%` } as Record<string, string>
              }
            />
            <Link
              href={listOf('saya', { pemegang: holder.id })}
              prefetch={false}
              aria-label={t('holders.open', { name: holder.name, n })}
            >
              {wholeNumber(n, locale)}
            </Link>
          </li>
        ))}
      </ul>
      {board && holders.length === 0 ? <p className="second">{t('holders.none')}</p> : null}
      {board && board.lateUnheld + board.lateHeld > 0 ? (
        <p className="wall-why">
          <CornerDownRight className="ic" aria-hidden />{' '}
          <Link href={listOf('saya', { tanda: 'janji', pemegang: 'kosong' })} prefetch={false}>
            {t('why.unheld', { n: wholeNumber(board.lateUnheld, locale) })}
          </Link>
          {', '}
          {t('why.held', { n: wholeNumber(board.lateHeld, locale) })}
        </p>
      ) : null}
    </section>
  )
}

function LateNegeri({
  board,
  places,
}: {
  readonly board: Board | undefined
  readonly places: WallScreenProps['places']
}) {
  const t = useT('board')
  const locale = useLocale()
  if (!board || board.negeri.length === 0) return null
  return (
    <section>
      <h2>{t('negeri.title')}</h2>
      <ul className="wall-places">
        {board.negeri.slice(0, NEGERI_SHOWN).map(({ negeri, n }) => (
          <li key={negeri}>
            {places[negeri] ?? negeri}
            <Link
              href={listOf('saya', { tanda: 'janji', negeri })}
              prefetch={false}
              aria-label={t('negeri.open', { name: places[negeri] ?? negeri, n })}
            >
              {wholeNumber(n, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Silent({ around, places }: { readonly around: Around; readonly places: WallScreenProps['places'] }) {
  const t = useT('board')
  if (around.silent.length === 0) return null
  return (
    <section>
      <h2>
        {t('silent.title')} <span>{t('silent.hint')}</span>
      </h2>
      <ul className="wall-places">
        {around.silent.map(({ negeri, days, returned }) => (
          <li key={negeri}>
            {places[negeri] ?? negeri}
            <span>{t('silent.days', { n: days })}</span>
            <small>
              {returned > 0 ? (
                <Link href={listOf('saya', { negeri, tahap: 'RETURNED_NEGERI' })} prefetch={false}>
                  {t('silent.returned', { n: returned })}
                </Link>
              ) : (
                t('silent.nothing')
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
