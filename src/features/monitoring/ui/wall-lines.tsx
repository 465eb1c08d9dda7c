import Link from 'next/link'
import { ClockAlert, PlugZap, Siren } from 'lucide-react'
import type { Actor } from '#domain/access/actor.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { alarmWords } from '#domain/sla/alarm-words.ts'
import { useClockAlarm } from '#client/clock-alarm.ts'
import { useRules } from '#client/use-rules.ts'
import { clockTime, shortAge, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import type { Around } from './around.ts'
import type { Board } from './board-counts.ts'

type WallLinesProps = {
  readonly me: Actor
  readonly board: Board | undefined
  readonly alarms: Around['alarms']
  readonly now: Instant
}

/** What stands still or is to be acted on at once, the gravest in one line; that line is kept free and pushes nothing. */
export function WallLines({ me, board, alarms, now }: WallLinesProps) {
  const t = useT('board')
  const text = useText()
  const locale = useLocale()
  const { rules } = useRules()
  const clock = useClockAlarm()
  const present = rules.outages.filter(
    ({ from, to, reach }) =>
      from <= now &&
      (to === null || to > now) &&
      me.areas.some((one) => contains(one, reach) || contains(reach, one)),
  )
  const [worst] = present.toSorted((a, b) => a.from - b.from)
  const [alarm, ...more] = alarms.filter(({ kind }) => kind !== 'SIAK_LONG' || worst === undefined)
  const long = alarms.some(({ kind }) => kind === 'SIAK_LONG')
  if (clock)
    return (
      <div className="wall-out alarm" role="alert">
        <p>
          <ClockAlert className="ic" aria-hidden />
          <span>
            <b>
              {t(`clock.${clock.why}`, { n: wholeNumber(Math.round(Math.abs(clock.byMs) / 1000), locale) })}
            </b>{' '}
            {t('clock.stands')}
          </span>
        </p>
      </div>
    )
  return (
    <div className={alarm || long ? 'wall-out alarm' : 'wall-out'} role="status">
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
            {t('outage.stopped', { n: wholeNumber(board?.stopped ?? 0, locale) })}{' '}
            {board && board.marked > 0 ? t('outage.marked', { n: wholeNumber(board.marked, locale) }) : ''}
          </span>
          {alarm ? null : <span className="second">{worst.reason}</span>}
        </Link>
      ) : null}
      {alarm ? (
        <Link href="/gangguan" prefetch={false}>
          <Siren className="ic" aria-hidden />
          <span>
            <b>{text(alarmWords(alarm).what)}.</b> {worst ? '' : text(alarmWords(alarm).next)}
          </span>
          {more.length > 0 ? <span className="second">{t('alarm.more', { n: more.length })}</span> : null}
        </Link>
      ) : null}
    </div>
  )
}
