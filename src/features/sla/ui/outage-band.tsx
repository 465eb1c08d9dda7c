'use client'
import { PlugZap, X } from 'lucide-react'
import { useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { contains } from '#domain/shared/region-tree.ts'
import { isLongOutage } from '#domain/sla/system-alarm.ts'
import { useTicking } from '#client/clock.ts'
import { useRules } from '#client/use-rules.ts'
import { clockTime, dayInWit, shortAge } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { LAW_GOES_ON, OUTAGE_STOPS, OUTAGE_TEXT } from './outage-words.ts'

const DAY_MS = 86_400_000

/** What does not work now in this person's places, and which clocks stand still for it. At the foot: it pushes nothing. */
export function OutageBand({ me }: { readonly me: Pick<Actor, 'areas'> }) {
  const t = useT('common')
  const text = useText()
  const locale = useLocale()
  const { rules } = useRules()
  const [closed, close] = useState('')
  // Seconds matter to nobody here: the words are drawn when they become others.
  const words = useTicking((now) => {
    const present = rules.outages.filter(
      ({ from, to, reach }) =>
        from <= now &&
        (to === null || to > now) &&
        me.areas.some((area) => contains(area, reach) || contains(reach, area)),
    )
    return JSON.stringify(
      present.map((outage) => {
        const { id, kind, from } = outage
        const long = isLongOutage(outage, now)
        const since = now - from < DAY_MS ? clockTime(from) : `${dayInWit(from, locale)}, ${clockTime(from)}`
        return { id, kind, since, age: shortAge(now - from, locale), long }
      }),
    )
  }, 0)
  const shown = JSON.parse(words) as readonly {
    readonly id: string
    readonly kind: keyof typeof OUTAGE_TEXT
    readonly since: string
    readonly age: string
    readonly long: boolean
  }[]
  const ids = shown.map(({ id }) => id).join()
  if (shown.length === 0 || ids === closed) return null
  return (
    <div className="foot-band outage-band" role="status">
      <PlugZap className="ic" aria-hidden />
      <div>
        {shown.map(({ id, kind, since, age, long }) => (
          <p key={id}>
            <b>{t('outage.since', { what: text(OUTAGE_TEXT[kind]), since, age })}</b>{' '}
            {long ? <b className="alarming">{t('outage.long')} </b> : null}
            {text(OUTAGE_STOPS[kind])} {text(LAW_GOES_ON)}
          </p>
        ))}
      </div>
      <button
        type="button"
        className="btn quiet sm"
        aria-label={t('outage.close')}
        onClick={() => close(ids)}
      >
        <X className="ic" aria-hidden />
      </button>
    </div>
  )
}
