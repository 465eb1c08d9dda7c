import { ArrowDownWideNarrow, ArrowUpNarrowWide, Plus, X } from 'lucide-react'
import type { RefObject } from 'react'
import { Suspense, useState } from 'react'
import { STAGE } from '#domain/case/stage.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { useQueueSurroundings } from './queue-context.ts'
import type { QueueModel } from './queue-model.ts'
import type { FilterName, QueueQuery } from './queue-query.ts'
import { FILTERS } from './queue-query.ts'
import { useVisitDays } from './visit-days.ts'

const FilterMenu = lazyPart(() =>
  import('./filter-menu.tsx').then((module) => ({ default: module.FilterMenu })),
)

type FilterBarProps = {
  readonly query: QueueQuery
  readonly change: (part: Partial<QueueQuery>) => void
  readonly model: QueueModel
  readonly search: RefObject<HTMLInputElement | null>
  /** Which filter is being chosen; `add` asks which one first. */
  readonly menu: FilterName | 'add' | null
  readonly setMenu: (menu: FilterName | 'add' | null) => void
}

export function FilterBar({ query, change, model, search, menu, setMenu }: FilterBarProps) {
  const t = useT('queue')
  const valueName = useValueName(model)
  const [at, setAt] = useState({ left: 16, top: 40 })
  const open = (name: FilterName | 'add', target: HTMLElement) => {
    const area = target.closest('.list')?.getBoundingClientRect()
    const box = target.getBoundingClientRect()
    if (area)
      setAt({ left: Math.min(box.left - area.left, area.width - 292), top: box.bottom - area.top + 4 })
    setMenu(menu === name ? null : name)
  }
  const SortIcon = query.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide
  return (
    <div className="filters" role="search">
      <input
        ref={search}
        className="q-search"
        type="search"
        value={query.search}
        onChange={(event) => change({ search: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (query.search) change({ search: '' })
          else event.currentTarget.blur()
        }}
        placeholder={t('search')}
        aria-label={t('searchLabel')}
      />
      {FILTERS.filter((name) => query[name].length > 0).map((name) => (
        <span className="fc" key={name}>
          <button
            type="button"
            className="fc-edit"
            onClick={(event) => open(name, event.currentTarget)}
            title={query[name].map((value) => valueName(name, value)).join(', ')}
          >
            <em>{t(`filter.${name}`)}:</em>
            <b>
              {chosenWords(
                query[name].map((value) => valueName(name, value)),
                t,
              )}
            </b>
          </button>
          <button
            type="button"
            className="x"
            aria-label={t('filterOff', { filter: t(`filter.${name}`) })}
            onClick={() => change({ [name]: [] })}
          >
            <X className="ic s" aria-hidden />
          </button>
        </span>
      ))}
      <button
        type="button"
        className="fc ghost"
        data-filter-add
        onClick={(event) => open('add', event.currentTarget)}
        aria-expanded={menu !== null}
      >
        <Plus className="ic s" aria-hidden />
        {t('addFilter')} <kbd aria-hidden>F</kbd>
      </button>
      <button
        type="button"
        className="sort"
        onClick={() => change({ descending: !query.descending })}
        title={t('turnOrder')}
      >
        <SortIcon className="ic" aria-hidden />
        {t(`sort.${query.sort}.${query.descending ? 'down' : 'up'}`)}
      </button>
      {menu ? (
        <Suspense>
          <FilterMenu
            name={menu}
            setName={setMenu}
            query={query}
            change={change}
            model={model}
            valueName={valueName}
            at={at}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

function chosenWords(names: readonly string[], t: ReturnType<typeof useT>): string {
  if (names.length > 4) return t('chosen', { n: names.length })
  return names.length > 2 ? `${names.slice(0, 2).join(', ')}, +${names.length - 2}` : names.join(', ')
}

/** How a filter's value is called. */
function useValueName(model: QueueModel): (name: FilterName, value: string) => string {
  const t = useT('queue')
  const text = useText()
  const { names } = useQueueSurroundings()
  const locale = useLocale()
  const { days } = useVisitDays(false)
  return (name, value) => {
    switch (name) {
      case 'stages':
        return text(STAGE[value as keyof typeof STAGE].label)
      case 'kecamatan':
      case 'negeri':
        return names.place(value)
      case 'kinds':
        return names.kind(value)
      case 'holders': {
        if (value === 'saya' || value === 'kosong') return t(`holder.${value}`)
        for (const item of model.index.items()) if (item.row.holder?.id === value) return item.row.holder.name
        return t('holder.other')
      }
      case 'marks':
        return t(`marked.${value}`)
      case 'visits': {
        const day = days.find((one) => one.id === value)
        return day ? `${names.place(day.negeri)}, ${longDate(day.day, locale)}` : t('visitUnknown')
      }
    }
  }
}
