import { ChevronLeft } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { leaseOf } from '#domain/case/lease.ts'
import { plain } from '#client/replica/queue-item.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { useQueueNow, useQueueSurroundings } from './queue-context.ts'
import type { QueueModel } from './queue-model.ts'
import type { FilterName, QueueQuery } from './queue-query.ts'
import { FILTERS, MARKS } from './queue-query.ts'
import { whereOf } from './queue-question.ts'

type FilterMenuProps = {
  readonly name: FilterName | 'add'
  readonly setName: (name: FilterName | 'add' | null) => void
  readonly query: QueueQuery
  readonly change: (part: Partial<QueueQuery>) => void
  readonly model: QueueModel
  readonly valueName: (name: FilterName, value: string) => string
  readonly at: { readonly left: number; readonly top: number }
}

/** First which filter, then its values with the number of rows that each would leave in this view. */
export function FilterMenu({ name, setName, query, change, model, valueName, at }: FilterMenuProps) {
  const t = useT('queue')
  const { me } = useQueueSurroundings()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [name])
  const close = () => {
    setName(null)
    document.querySelector<HTMLElement>('[data-filter-add]')?.focus()
  }
  return (
    // Esc and the arrows work for whatever inside has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className="pop"
      style={at}
      role="group"
      aria-label={name === 'add' ? t('addFilter') : t(`filter.${name}`)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, button') ?? [])]
          const next =
            stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)
          stops.at(next % stops.length)?.focus()
        }
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setName(null)
      }}
    >
      {name === 'add' ? (
        <ul>
          {FILTERS.filter((one) => one !== 'visits' || me.role !== 'CITIZEN').map((one) => (
            <li key={one}>
              <button type="button" className="pop-item" onClick={() => setName(one)}>
                {t(`filter.${one}`)}
                {query[one].length > 0 ? <b>{query[one].length}</b> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <Values
          key={name}
          name={name}
          query={query}
          change={change}
          model={model}
          valueName={valueName}
          back={() => setName('add')}
        />
      )}
    </div>
  )
}

type ValuesProps = Pick<FilterMenuProps, 'query' | 'change' | 'model' | 'valueName'> & {
  readonly name: FilterName
  readonly back: () => void
}

function Values({ name, query, change, model, valueName, back }: ValuesProps) {
  const t = useT('queue')
  const [find, setFind] = useState('')
  const counts = useCounts(name, query, model)
  const [atFirst] = useState(counts) // the numbers follow the news, the lines stay where they are
  const rank = (value: string) => atFirst.get(value) ?? 0
  const shown = [...new Set([...counts.keys(), ...query[name]])]
    .map((value) => ({ value, label: valueName(name, value), count: counts.get(value) ?? 0 }))
    .filter((one) => plain(one.label).includes(plain(find)))
    .sort((a, b) => rank(b.value) - rank(a.value) || a.label.localeCompare(b.label))
  return (
    <>
      <button type="button" className="pop-item" onClick={back}>
        <ChevronLeft className="ic" aria-hidden />
        {t(`filter.${name}`)}
      </button>
      {counts.size > 8 ? (
        <input
          className="input"
          type="search"
          value={find}
          onChange={(event) => setFind(event.target.value)}
          aria-label={t('findValue')}
          placeholder={t('findValue')}
        />
      ) : null}
      <ul>
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <label className="pop-item">
              <input
                type="checkbox"
                checked={(query[name] as readonly string[]).includes(value)}
                onChange={(event) => {
                  const others = (query[name] as readonly string[]).filter((one) => one !== value)
                  change({ [name]: event.target.checked ? [...others, value] : others })
                }}
              />
              <span className="cut">{label}</span>
              <b>{count}</b>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="pop-title">{t('noValue')}</p> : null}
    </>
  )
}

/** Rows of this view, without this filter, per value. */
function useCounts(name: FilterName, query: QueueQuery, model: QueueModel): ReadonlyMap<string, number> {
  const { me, names } = useQueueSurroundings()
  const now = useQueueNow()
  const version = useSyncExternalStore(model.subscribe, model.version, model.version)
  return useMemo(() => {
    const counts = new Map<string, number>()
    const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)
    const where = whereOf({ ...query, [name]: [] }, me, now, names)
    const marks =
      name === 'marks'
        ? MARKS.map((mark) => ({ mark, has: whereOf({ ...query, marks: [mark] }, me, now, names) }))
        : []
    for (const item of model.index.items()) {
      if (!where(item)) continue
      if (name === 'stages') add(item.row.stage)
      if (name === 'kecamatan') add(item.kecamatan)
      if (name === 'negeri') add(item.row.negeri)
      if (name === 'kinds') add(item.row.kind)
      const day = name === 'visits' ? names.visit?.(item.row.id) : undefined
      if (day !== undefined) add(day)
      if (name === 'holders') {
        const holder = leaseOf(item.row, now)
        add(holder === null ? 'kosong' : holder.id === me.id ? 'saya' : holder.id)
      }
      for (const { mark, has } of marks) if (has(item)) add(mark)
    }
    return counts
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the model changes inside; its version says when
  }, [name, query, model, version, me, now, names])
}
