'use client'
import { Pin, X } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useMinute } from '#client/clock.ts'
import { nextChangeOf } from '#client/replica/next-change.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { serviceAt } from '#ui/service-place.ts'
import { homeViewFor } from './home-view.ts'
import { queryFrom } from './queue-query.ts'
import { whereOf } from './queue-question.ts'
import { useSavedViews } from './saved-views.ts'

const RECOUNT_MS = 1_000

type SavedViewLinksProps = {
  readonly me: Actor & { readonly role: Role }
  readonly live: LiveConnection | undefined
}

/** Views that this person saved, each with the number of rows that it lists now. */
export function SavedViewLinks({ me, live }: SavedViewLinksProps) {
  const t = useT('queue')
  const { views, drop } = useSavedViews(me.id)
  const counts = useCounts(me, live, views.map((view) => view.address).join('\n'))
  if (views.length === 0) return null
  return (
    <div className="nav-section nav-extra">
      <div className="nh">{t('savedViews')}</div>
      {views.map((view, n) => (
        <span className="nv-row" key={view.name}>
          {/* A full visit: the list is read from the address. */}
          <Link className="nv" href={view.address} title={view.name} prefetch={false}>
            <Pin className="ic" aria-hidden />
            <span className="nv-label cut">{view.name}</span>
            {counts[n] === undefined ? null : <b>{counts[n]}</b>}
          </Link>
          <button
            type="button"
            className="nv-drop"
            aria-label={t('savedDrop', { name: view.name })}
            onClick={() => drop(view.name)}
          >
            <X className="ic s" aria-hidden />
          </button>
        </span>
      ))}
    </div>
  )
}

function useCounts(
  me: SavedViewLinksProps['me'],
  live: LiveConnection | undefined,
  addresses: string,
): readonly number[] {
  const [counts, setCounts] = useState<readonly number[]>([])
  const [next, setNext] = useState(Infinity)
  const now = useMinute(0, next)
  useEffect(() => {
    if (!live || addresses === '' || now === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => {
      timer = undefined
      if (!live.ready) return
      setNext(Math.min(...[...live.replicas.values()].map(({ items }) => nextChangeOf(items.values(), now))))
      const asIs = { place: (code: string) => code, kind: (kind: string) => kind }
      setCounts(
        addresses.split('\n').map((address) => {
          const [path = '', question = ''] = address.split('?', 2)
          const place = path.slice('/antrean/'.length)
          const service = serviceAt(place)
          const where = whereOf(
            queryFrom(new URLSearchParams(question), homeViewFor(me.role, place === 'saya')),
            me,
            now,
            asIs,
          )
          let found = 0
          for (const replica of live.replicas.values()) {
            if (service && !replica.queue.endsWith(`/${service}`)) continue
            for (const item of replica.items.values()) if (where(item)) found += 1
          }
          return found
        }),
      )
    }
    count()
    const stop = live.onNews(() => (timer ??= setTimeout(count, RECOUNT_MS)))
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [me, live, addresses, now])
  return counts
}
