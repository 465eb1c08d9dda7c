import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { RefObject } from 'react'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { QUEUE_COLUMNS, queueFeatures } from './queue-columns.tsx'
import type { QueueModel } from './queue-model.ts'
import type { QueueQuery, SortId } from './queue-query.ts'
import type { RowActs } from './queue-row.tsx'
import { QueueRowLine } from './queue-row.tsx'

export type TableHandle = {
  readonly scrollTo: (id: string) => void
  readonly scrollBy: (rows: number) => void
  readonly top: () => number
  readonly firstSeen: () => string | undefined
}

type QueueTableProps = {
  readonly model: QueueModel
  readonly version: number
  readonly query: QueueQuery
  readonly rowHeight: number
  readonly selected: ReadonlySet<string>
  readonly openId: string | undefined
  readonly cursor: string | undefined
  readonly acts: RowActs
  readonly onSort: (sort: SortId) => void
  readonly onSelectAll: (all: boolean) => void
  readonly onRange: (first: number, last: number) => void
  readonly handle: RefObject<TableHandle | null>
}

/** Rows before and after the visible ones that are kept drawn. */
const OVERSCAN = 10
/** What the page itself brings, before any script: a screen full, and no more. */
const FIRST_PAGE = { width: 1200, height: 684 }
const never = () => () => undefined

/**
 * The list. The table instance holds the columns and the order; of the rows it is given only those that are drawn, so
 * that 50,000 cost no more than fifty. Selection is a set of ids beside it, for the same reason.
 */
export function QueueTable(props: QueueTableProps) {
  const { model, version, query, rowHeight, selected, openId, cursor, acts, onRange, handle } = props
  const t = useT('queue')
  const scroller = useRef<HTMLDivElement>(null)
  const drawnOnce = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const order = model.list.order
  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: useCallback(() => scroller.current, []),
    // The same functions as long as they say the same: a new one means measuring all the rows again.
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: drawnOnce ? OVERSCAN : 0,
    initialRect: FIRST_PAGE,
  })
  useEffect(() => rows.measure(), [rows, rowHeight])
  const drawn = rows.getVirtualItems()
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? -1
  const data = useMemo(
    () => order.slice(first, last + 1).flatMap((id) => model.index.item(id) ?? []),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the model changes inside; its version says when
    [model, order, first, last, version],
  )
  const table = useTable({
    features: queueFeatures,
    columns: QUEUE_COLUMNS,
    data,
    getRowId: (item: QueueItem) => item.row.id,
    manualSorting: true,
    state: { sorting: [{ id: query.sort, desc: query.descending }] },
  })
  const seen = rows.range
  const seenFrom = seen?.startIndex ?? 0
  const seenTo = seen?.endIndex ?? 0
  useEffect(() => onRange(seenFrom, seenTo), [onRange, seenFrom, seenTo])
  handle.current = {
    scrollTo: (id) => {
      const place = model.list.placeOf(id)
      if (place !== undefined) rows.scrollToIndex(place, { align: 'auto' })
    },
    scrollBy: (count) => scroller.current?.scrollBy({ top: count * rowHeight }),
    top: () => scroller.current?.scrollTop ?? 0,
    firstSeen: () => order[Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight)],
  }
  const before = drawn[0]?.start ?? 0
  const after = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const lines = table.getRowModel().rows
  return (
    <div className="rows" ref={scroller} data-rows={order.length}>
      <table role="table" aria-rowcount={order.length + 1} aria-label={t('list')}>
        <Head {...props} table={table} />
        <tbody role="rowgroup">
          {before > 0 ? <tr className="gap" aria-hidden style={{ height: before }} /> : null}
          {lines.map((line, n) => (
            <QueueRowLine
              key={line.id}
              row={line}
              place={first + n}
              selected={selected.has(line.id)}
              open={openId === line.id}
              cursor={cursor === undefined ? first + n === 0 : cursor === line.id}
              gone={model.list.gone.has(line.id)}
              flash={model.flashes.get(line.id)}
              acts={acts}
            />
          ))}
          {after > 0 ? <tr className="gap" aria-hidden style={{ height: after }} /> : null}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = QueueTableProps & {
  readonly table: ReturnType<typeof useTable<typeof queueFeatures, QueueItem>>
}

function Head({ table, query, selected, model, onSort, onSelectAll }: HeadProps) {
  const t = useT('queue')
  const total = model.list.order.length
  const all = total > 0 && selected.size >= total
  return (
    <>
      <colgroup>
        <col className="c-select" style={{ width: 38 }} />
        {table.getAllLeafColumns().map((one) => (
          <col
            key={one.id}
            className={`c-${one.id}`}
            style={one.id === 'pemohon' ? undefined : { width: one.getSize() }}
          />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          <th role="columnheader" className="c-select">
            <label>
              <input
                type="checkbox"
                checked={all}
                ref={(box) => {
                  if (box) box.indeterminate = selected.size > 0 && !all
                }}
                onChange={() => onSelectAll(!all)}
                aria-label={t('selectAll', { n: total })}
              />
            </label>
          </th>
          {table.getHeaderGroups().flatMap((group) =>
            group.headers.map(({ column }) => {
              const by = query.sort === column.id
              const label = t(String(column.columnDef.header))
              const Arrow = query.descending ? ArrowDown : ArrowUp
              return (
                <th
                  key={column.id}
                  role="columnheader"
                  className={by ? `c-${column.id} by` : `c-${column.id}`}
                  aria-sort={by ? (query.descending ? 'descending' : 'ascending') : undefined}
                >
                  {column.getCanSort() || column.columnDef.enableSorting !== false ? (
                    <button type="button" onClick={() => onSort(column.id as SortId)}>
                      {label}
                      {by ? <Arrow className="ic s" aria-hidden /> : null}
                    </button>
                  ) : (
                    label
                  )}
                </th>
              )
            }),
          )}
        </tr>
      </thead>
    </>
  )
}
