import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { liveConnection } from '#client/live/live-connection.ts'
import type { Change } from '#client/replica/queue-replica.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { nextChangeOf } from '#client/replica/next-change.ts'
import { itemOf } from '#client/replica/queue-item.ts'
import { QueueModel } from './queue-model.ts'
import type { QueueQuery, ViewId } from './queue-query.ts'
import { addressOf } from './queue-query.ts'
import type { Names } from './queue-question.ts'
import { isLate, orderOf, viewWhere, whereOf } from './queue-question.ts'

/** More news than this at once is cheaper to read anew. */
const MANY_CHANGES = 2_000
/** All rows are looked through for what falls due next: not with every piece of news. */
const LOOK_AHEAD_MS = 300

type UseQueueModel = {
  readonly me: Actor
  /** The queues of this list, and all that this person hears: one connection serves every page. */
  readonly queues: readonly QueueId[]
  readonly hears: readonly QueueId[]
  readonly views: readonly ViewId[]
  readonly firstRows: readonly QueueRow[]
  readonly query: QueueQuery
  readonly names: Names
  readonly now: Instant
  /** Told when the counts next change by the time alone. */
  readonly onNext: (at: Instant) => void
}

/** The model of a list (its counts: one per view, and the late ones last), fed by the live connection; drawn at most once per frame. */
export function useQueueModel({
  me,
  queues,
  hears,
  views,
  firstRows,
  query,
  names,
  now,
  onNext,
}: UseQueueModel): readonly [QueueModel, number] {
  const counted = useMemo(
    () => [...views.map((view) => viewWhere(view, me, now)), (item: QueueItem) => isLate(item, now)],
    [views, me, now],
  )
  // Another order of the same rows is no new question about them.
  const asksFor = addressOf({ ...query, open: null, sort: 'sisa', descending: false }, 'semua')
  const where = useMemo(
    () => whereOf(query, me, now, names),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `asksFor` says all of the query that this depends on
    [asksFor, me, now, names],
  )
  const order = useMemo(() => orderOf(query, names), [query, names])
  const question = useMemo(() => ({ views: counted, where, order }), [counted, where, order])
  // The first rows are in the page itself, before any script has run.
  const [model] = useState(() => {
    const fresh = new QueueModel()
    fresh.ask(question, false)
    fresh.fill(firstRows.map(itemOf), false)
    return fresh
  })
  const version = useSyncExternalStore(model.subscribe, model.version, model.version)
  const asked = addressOf({ ...query, open: null }, 'semua')
  const lastAsked = useRef(asked)
  useEffect(() => {
    model.ask(question, lastAsked.current === asked)
    lastAsked.current = asked
  }, [model, question, asked])
  // What falls due turns late in the counts at that moment, not at the next minute.
  const looking = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asOf = useRef(now)
  asOf.current = now
  useEffect(() => {
    looking.current ??= setTimeout(() => {
      looking.current = undefined
      onNext(nextChangeOf(model.index.items(), asOf.current))
    }, LOOK_AHEAD_MS)
  }, [model, version, now, onNext])
  useEffect(() => () => clearTimeout(looking.current), [])

  useEffect(() => {
    const live = liveConnection(me, hears)
    const wanted = new Set(queues)
    const replicas = queues.flatMap((queue) => live.replicas.get(queue) ?? [])
    let gathered: Change[] = []
    let happening = new Set<string>()
    let frame: number | undefined
    const readAll = () => {
      gathered = []
      const loaded = replicas.filter((replica) => replica.loaded)
      if (loaded.length > 0)
        model.fill(
          loaded.flatMap((replica) => [...replica.items.values()]),
          loaded.length === replicas.length,
        )
    }
    const draw = () => {
      frame = undefined
      const [changes, now] = [gathered, happening]
      gathered = []
      happening = new Set()
      if (changes.length > MANY_CHANGES) readAll()
      else if (changes.length > 0) model.changed(changes, Date.now(), (id) => now.has(id))
    }
    readAll()
    const stop = live.onNews((queue, news, isLive) => {
      if (!wanted.has(queue)) return
      if (news === 'all') return readAll()
      gathered.push(...news)
      if (isLive) for (const change of news) happening.add(change.after.row.id)
      // A hidden tab gets no frames, and must not pile up news for hours.
      frame ??= document.hidden ? window.setTimeout(draw, 250) : requestAnimationFrame(draw)
    })
    const fading = setInterval(() => model.fade(Date.now()), 1_000)
    return () => {
      stop()
      clearInterval(fading)
      if (frame !== undefined) cancelAnimationFrame(frame)
    }
  }, [model, me, hears, queues])
  return [model, version]
}
