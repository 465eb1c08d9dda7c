'use client'
import { useEffect, useMemo, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { needsMe } from '#domain/case/queue-view.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { readTrail } from '#client/trail.ts'

/** Where a case stands in the list that the person came from: the one before, the one after, and the way back. */
export type Trail = {
  readonly back?: string
  readonly place?: { readonly n: number; readonly of: number }
  readonly before?: string
  readonly next?: string
}

/** From the list that the case was opened from; without one, from what of this queue needs the person, most urgent first. */
export function useTrail(
  file: CaseFile | undefined,
  me: Actor,
  live: LiveConnection | undefined,
  now: number,
): Trail {
  const id = file?.id
  const queue = file ? queueOf(file.negeri, file.service) : undefined
  const minute = Math.floor(now / 60_000)
  const news = useNews(live)
  return useMemo(() => {
    if (id === undefined || queue === undefined) return {}
    const left = readTrail()
    if (left?.ids.includes(id)) return { back: left.back, ...around(left.ids, id) }
    const items = [...(live?.replicas.get(queue)?.items.values() ?? [])]
    const mine = items
      .filter((item) => needsMe(item.row, me, minute * 60_000))
      .sort((a, b) => a.urgency - b.urgency)
    return around(
      mine.map((item) => item.row.id),
      id,
    )
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the lists changed: look again
  }, [id, queue, me, live, minute, news])
}

/** Counts up when the lists changed, at most once a second. */
function useNews(live: LiveConnection | undefined): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = live?.onNews(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        setCount((before) => before + 1)
      }, 1_000)
    })
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [live])
  return count
}

function around(ids: readonly string[], id: string): Trail {
  const at = ids.indexOf(id)
  const before = at > 0 ? ids[at - 1] : undefined
  const next = at === -1 ? ids[0] : ids[at + 1]
  return {
    ...(at === -1 ? {} : { place: { n: at + 1, of: ids.length } }),
    ...(before === undefined ? {} : { before }),
    ...(next === undefined ? {} : { next }),
  }
}
