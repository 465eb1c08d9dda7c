import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { QueueQuery, ViewId } from './queue-query.ts'
import { isFiltered } from './queue-query.ts'

type EmptyQueueProps = {
  readonly query: QueueQuery
  /** How many rows the other views have. */
  readonly countOf: (view: ViewId) => number
  readonly mayFile: boolean
  readonly change: (part: Partial<QueueQuery>) => void
  /** Takes the case that comes first; undefined where there is none to take. */
  readonly onNext: (() => void) | undefined
}

/** An empty list says why and teaches the next step. */
export function EmptyQueue({ query, countOf, mayFile, change, onNext }: EmptyQueueProps) {
  const t = useT('queue')
  if (isFiltered(query)) {
    const clear = {
      search: '',
      stages: [],
      kecamatan: [],
      negeri: [],
      kinds: [],
      holders: [],
      marks: [],
      visits: [],
    }
    return (
      <EmptyState
        title={t('empty.filtered')}
        actions={
          <Button variant="primary" onClick={() => change(clear)}>
            {t('empty.clear')}
          </Button>
        }
      >
        {t('empty.filteredNext')}
      </EmptyState>
    )
  }
  const late = countOf('hampir-lewat')
  const mine = countOf('saya-pegang')
  const actions = (
    <>
      {onNext ? (
        <Button variant="primary" kbd="U" onClick={onNext}>
          {t('next.take')}
        </Button>
      ) : null}
      {late > 0 && query.view !== 'hampir-lewat' ? (
        <Button
          {...(onNext ? {} : { variant: 'primary' as const })}
          onClick={() => change({ view: 'hampir-lewat' })}
        >
          {t('empty.seeSoon')}
        </Button>
      ) : null}
      {query.view === 'semua' ? null : (
        <Button onClick={() => change({ view: 'semua' })}>{t('empty.seeAll')}</Button>
      )}
      {mayFile ? (
        <a className="btn primary" href="/ajukan">
          {t('newCase')}
        </a>
      ) : null}
    </>
  )
  return (
    <EmptyState title={t(`empty.${query.view}`)} actions={actions}>
      {mine > 0 && query.view !== 'saya-pegang' ? t('empty.nextMine', { n: mine }) : t('empty.next')}
    </EmptyState>
  )
}
