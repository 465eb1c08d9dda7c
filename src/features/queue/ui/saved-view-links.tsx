'use client'
import { Lock, Pin, Settings2, Users } from 'lucide-react'
import Link from 'next/link'
import { Suspense, useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useMinute } from '#client/clock.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { nextChangeOf } from '#client/replica/next-change.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { countView, searches } from './count-view.ts'
import type { SavedView } from './saved-views.ts'
import { useSavedViews } from './saved-views.ts'
import type { Places } from './use-names.ts'
import { allPlaces } from './use-names.ts'
import { useVisitDays } from './visit-days.ts'

const SaveView = lazyPart(() => import('./save-view.tsx').then((module) => ({ default: module.SaveView })))

const RECOUNT_MS = 1_000

type SavedViewLinksProps = {
  readonly me: Actor & { readonly role: Role }
  readonly live: LiveConnection | undefined
}

/** Views that this person saved or their office shares, each with the number of rows that it lists now. */
export function SavedViewLinks({ me, live }: SavedViewLinksProps) {
  const t = useT('queue')
  const views = useSavedViews(me.id, me.role)
  const [changing, setChanging] = useState<SavedView | undefined>()
  const counts = useCounts(me, live, views.map((view) => view.address).join('\n'))
  if (views.length === 0) return null
  return (
    <div className="nav-section nav-extra">
      <div className="nh">{t('savedViews')}</div>
      {views.map((view, n) => (
        <span className="nv-row" key={view.id} data-saved-view={view.id}>
          {/* A full visit: the list is read from the address. */}
          <Link className="nv" href={view.address} title={view.name} prefetch={false}>
            <ViewIcon view={view} />
            <span className="nv-label cut">{view.name}</span>
            {counts[n] === undefined ? null : <b>{counts[n]}</b>}
          </Link>
          <button
            type="button"
            className="nv-drop"
            aria-label={t('savedChange', { name: view.name })}
            onClick={() => setChanging(view)}
          >
            <Settings2 className="ic s" aria-hidden />
          </button>
        </span>
      ))}
      <Suspense>
        {changing ? (
          <SaveView
            me={me}
            view={changing}
            address={changing.address}
            onClose={() => setChanging(undefined)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}

/** Pinned, shared with the office, or mine alone: with the words for who does not see the sign. */
function ViewIcon({ view }: { readonly view: SavedView }) {
  const t = useT('queue')
  const [Icon, words] = view.pinned
    ? ([Pin, t('viewIs.pinned')] as const)
    : view.shared
      ? ([Users, t('viewIs.shared')] as const)
      : ([Lock, t('viewIs.private')] as const)
  return (
    <>
      <Icon className="ic" aria-hidden />
      <span className="vh">{words}</span>
    </>
  )
}

function useCounts(
  me: SavedViewLinksProps['me'],
  live: LiveConnection | undefined,
  addresses: string,
): readonly (number | undefined)[] {
  const [counts, setCounts] = useState<readonly (number | undefined)[]>([])
  const [places, setPlaces] = useState<Places | undefined>()
  const searching = searches(addresses)
  const { of: visit } = useVisitDays(/[?&]jemput=/.test(addresses))
  useEffect(() => {
    if (searching) allPlaces().then(setPlaces, () => undefined)
  }, [searching])
  const [next, setNext] = useState(Infinity)
  const now = useMinute(0, next)
  useEffect(() => {
    if (!live || addresses === '' || now === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => {
      timer = undefined
      if (!live.ready) return
      setNext(Math.min(...[...live.replicas.values()].map(({ items }) => nextChangeOf(items.values(), now))))
      const names = { place: (code: string) => places?.[code] ?? code, kind: (kind: string) => kind, visit }
      const asker = { me, now, names, placesKnown: places !== undefined }
      const rows = [...live.replicas.values()]
      setCounts(addresses.split('\n').map((address) => countView(address, rows, asker)))
    }
    count()
    const stop = live.onNews(() => (timer ??= setTimeout(count, RECOUNT_MS)))
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [me, live, addresses, now, places, visit])
  return counts
}
