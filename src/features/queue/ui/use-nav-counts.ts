import { useEffect, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useMinute } from '#client/clock.ts'
import { nextChangeOf } from '#client/replica/next-change.ts'
import { QueueIndex } from '#client/replica/queue-index.ts'
import type { NavCounts } from '#ui/app-shell.tsx'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { homeViewFor } from './home-view.ts'
import { isLate, viewWhere } from './queue-question.ts'

const NO_COUNTS: NavCounts = {}
const REDRAW_MS = 300

/** The numbers beside the links: as many rows as the list behind the link has. Nothing until all rows are known. */
export function useNavCounts(
  live: LiveConnection | undefined,
  me: Actor & { readonly role: Role },
): NavCounts {
  const [counts, setCounts] = useState(NO_COUNTS)
  const [next, setNext] = useState(Infinity)
  const now = useMinute(0, next)
  const indexes = useRef(new Map<string, QueueIndex>())
  useEffect(() => {
    if (!live || now === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const views = [
      viewWhere('semua', me, now),
      (item: Parameters<typeof isLate>[0]) => isLate(item, now),
      viewWhere(homeViewFor(me.role, true), me, now),
    ]
    const read = (queue: string) => {
      const replica = live.replicas.get(queue)
      if (!replica?.loaded) return
      const index = new QueueIndex()
      index.ask(views, () => false)
      index.fill(replica.items.values())
      indexes.current.set(queue, index)
    }
    const show = () => {
      timer = undefined
      if (!live.ready) return
      const found: { [name in ServiceId | 'mine']?: { open: number; late: number } } = {}
      let mine = 0
      for (const [queue, { counts: numbers }] of indexes.current) {
        const service = queue.slice(queue.indexOf('/') + 1) as ServiceId
        const sum = (found[service] ??= { open: 0, late: 0 })
        sum.open += numbers[0] ?? 0
        sum.late += numbers[1] ?? 0
        mine += numbers[2] ?? 0
      }
      setCounts({ ...found, mine: { open: mine, late: 0 } })
      setNext(Math.min(...[...live.replicas.values()].map(({ items }) => nextChangeOf(items.values(), now))))
    }
    for (const queue of live.replicas.keys()) read(queue)
    show()
    const stop = live.onNews((queue, news) => {
      if (news === 'all') read(queue)
      else indexes.current.get(queue)?.apply(news)
      timer ??= setTimeout(show, REDRAW_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [me, live, now])
  return counts
}
