'use client'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { TAKES_AT } from '#domain/case/queue-view.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import { useMoment } from '#client/clock.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { EmptyQueue } from './empty-queue.tsx'
import { FilterBar } from './filter-bar.tsx'
import { NewRowsPill } from './new-rows-pill.tsx'
import { QueueSurroundings } from './queue-surroundings.tsx'
import { QueueDialogs } from './queue-dialogs.tsx'
import { QueueFoot } from './queue-foot.tsx'
import { QueueHeader } from './queue-header.tsx'
import type { FilterName, SortId, ViewId } from './queue-query.ts'
import { addressOf } from './queue-query.ts'
import { QueueSkeleton } from './queue-skeleton.tsx'
import type { TableHandle } from './queue-table.tsx'
import { QueueTable } from './queue-table.tsx'
import { ResultLine } from './result-line.tsx'
import { SpokenNews } from './spoken-news.tsx'
import { useDesk } from './use-desk.ts'
import type { Places } from './use-names.ts'
import { useNames } from './use-names.ts'
import { useQuery } from './use-query.ts'
import { useQueueKeys } from './use-queue-keys.ts'
import { useQueueModel } from './use-queue-model.ts'
import { useReading } from './use-reading.ts'
import { useRowHeight } from './use-row-height.ts'
import { ViewTabs } from './view-tabs.tsx'
import './queue.css'
import './queue-phone.css'

const CasePanel = lazyPart(() => import('./case-panel.tsx').then((module) => ({ default: module.CasePanel })))
const ClosedCases = lazyPart(() =>
  import('./closed-cases.tsx').then((module) => ({ default: module.ClosedCases })),
)

export type QueueScreenProps = {
  readonly me: Actor
  readonly title: string
  /** The queues of this list, and all that this person hears. */
  readonly queues: readonly QueueId[]
  readonly hears: readonly QueueId[]
  readonly views: readonly ViewId[]
  readonly homeView: ViewId
  /** The office lets this list begin with a view of its own: then the address names each view, also the home one. */
  readonly named: boolean
  /** The part of the address behind `?`, as the server saw it. */
  readonly asked: string
  readonly firstRows: readonly RowTuple[]
  readonly firstNow: Instant
  readonly places: Places
  readonly kinds: { readonly [kind: string]: Text }
}

/** One live queue, or all of mine: what is asked stands in the address, what is shown stands still while I read. */
export function QueueScreen({
  me,
  title,
  queues,
  hears,
  views,
  homeView,
  named,
  asked,
  firstRows,
  firstNow,
  places,
  kinds,
}: QueueScreenProps) {
  const moment = useMoment(firstNow)
  const { now } = moment
  const [query, change] = useQuery(asked, homeView, named)
  const [menu, setMenu] = useState<FilterName | 'add' | null>(null)
  const names = useNames(places, kinds, me.role !== 'CITIZEN' && (menu !== null || query.visits.length > 0))
  const rows = useMemo(() => decodeRows(firstRows), [firstRows])
  const asks = { me, queues, hears, views, firstRows: rows, query, names, ...moment }
  const [model, version] = useQueueModel(asks)
  const table = useRef<TableHandle | null>(null)
  const desk = useDesk({ me, now, model, version, query, names, change, table })
  const { selection, acts, cursor, setCursor, openItem } = desk
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [dialog, setDialog] = useState<'keys' | 'save' | null>(null)
  const [rowHeight, nextDensity] = useRowHeight()
  const list = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const onRange = useCallback((from: number, to: number) => setRange([from, to]), [])

  const { showNews, pointer } = useReading({
    model,
    table,
    list,
    cursor,
    busy: selection.ids.size > 0 || query.open !== null,
  })
  const back = () => {
    if (menu) setMenu(null)
    else if (query.open !== null) change({ open: null })
    else if (selection.ids.size > 0) selection.clear()
    else if (acts.trouble) acts.dismiss()
    else if (desk.bulk.results.length > 0) desk.bulk.dismiss()
    else setCursor(undefined)
  }
  const panel = () => {
    if (query.open !== null) change({ open: null })
    else if (cursor !== undefined) desk.openPanel(cursor)
  }
  useQueueKeys({
    walk: desk.walk,
    select: () => cursor !== undefined && selection.toggle(cursor, false),
    open: () => desk.openCase(cursor ?? openItem?.row.id),
    panel,
    back,
    take: () => void desk.take(),
    release: () => void desk.release(),
    next: () => void desk.next.take(),
    give: desk.give,
    search: () => search.current?.focus(),
    filter: () => document.querySelector<HTMLElement>('[data-filter-add]')?.click(),
    news: showNews,
    sheet: () => setDialog('keys'),
    save: () => setDialog('save'),
    density: nextDensity,
  })
  // What was chosen in one list is not chosen in another.
  const listKey = addressOf({ ...query, open: null, sort: 'sisa', descending: false }, homeView)
  useEffect(() => {
    selection.clear()
    setCursor(undefined)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another list clears the choice
  }, [listKey])

  const counts = model.ready ? model.index.counts : undefined
  const countOf = (view: ViewId) => counts?.[views.indexOf(view)] ?? 0
  const late = counts?.[views.length] ?? 0
  const shown = model.list.order.length - model.list.gone.size
  const closed = query.view === 'selesai'
  const mayFile = me.role === 'NEGERI_OFFICER'
  const takes = TAKES_AT[me.role] !== undefined
  const surroundings = useMemo(
    () => ({ me, firstNow, names, single: queues.length === 1 }),
    [me, firstNow, names, queues],
  )
  const place = queues.length === 1 ? `queue:${queues[0]}` : 'queues'
  return (
    <QueueSurroundings value={surroundings} now={now}>
      <main className={openItem && !closed ? 'sheet with-panel' : 'sheet'}>
        <section
          className="list"
          ref={list}
          aria-label={title}
          data-density={rowHeight.name}
          data-queues={queues.length === 1 ? 'one' : 'many'}
          data-ready={model.ready}
        >
          <QueueHeader
            title={title}
            open={counts ? countOf('semua') : undefined}
            late={late}
            onLate={() => change({ view: 'semua', marks: ['lewat'] })}
            mayFile={mayFile}
            place={place}
            onNext={takes ? () => void desk.next.take() : undefined}
          />
          <ViewTabs
            views={views}
            counts={counts}
            view={query.view}
            onView={(view) => change({ view })}
            onSave={() => setDialog('save')}
          />
          <FilterBar
            query={query}
            change={change}
            model={model}
            search={search}
            menu={menu}
            setMenu={setMenu}
          />
          {closed ? null : (
            <ResultLine shown={shown} range={range} address={addressOf(query, named ? undefined : homeView)}>
              <NewRowsPill waiting={model.list.waiting.size} gone={model.list.gone.size} onShow={showNews} />
            </ResultLine>
          )}
          {closed ? (
            <Suspense>
              <ClosedCases query={query} queues={queues} />
            </Suspense>
          ) : model.list.order.length === 0 && !model.ready ? (
            <QueueSkeleton />
          ) : model.list.order.length === 0 ? (
            <EmptyQueue
              query={query}
              countOf={countOf}
              mayFile={mayFile}
              change={change}
              onNext={takes && countOf('siap-diambil') > 0 ? () => void desk.next.take() : undefined}
            />
          ) : (
            <div className="rows-frame" {...pointer}>
              <QueueTable
                model={model}
                version={version}
                query={query}
                rowHeight={rowHeight.px}
                selected={selection.ids}
                openId={openItem?.row.id}
                cursor={cursor}
                acts={desk.rowActs}
                onSort={(sort: SortId) =>
                  change(
                    sort === query.sort ? { descending: !query.descending } : { sort, descending: false },
                  )
                }
                onSelectAll={(all) => (all ? selection.set(model.list.order) : selection.clear())}
                onRange={onRange}
                handle={table}
              />
            </div>
          )}
          <QueueFoot desk={desk} />
          <SpokenNews model={model} version={version} />
        </section>
        {openItem && !closed ? (
          <Suspense fallback={<aside className="panel" aria-busy="true" />}>
            <CasePanel
              item={openItem}
              onNext={() => desk.walk(1, false)}
              onClose={() => change({ open: null })}
              onTake={() => void desk.take()}
              onRelease={() => void desk.release()}
            />
          </Suspense>
        ) : null}
      </main>
      <QueueDialogs open={dialog} me={me} query={query} onClose={() => setDialog(null)} />
    </QueueSurroundings>
  )
}
