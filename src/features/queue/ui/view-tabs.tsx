import { Plus } from 'lucide-react'
import { useT } from '#i18n/messages-provider.tsx'
import type { ViewId } from './queue-query.ts'

type ViewTabsProps = {
  readonly views: readonly ViewId[]
  /** One number per view, as many rows as it would list; undefined until all rows are known. */
  readonly counts: readonly number[] | undefined
  readonly view: ViewId
  readonly onView: (view: ViewId) => void
  readonly onSave: () => void
}

export function ViewTabs({ views, counts, view, onView, onSave }: ViewTabsProps) {
  const t = useT('queue')
  return (
    <div className="views" role="group" aria-label={t('views')}>
      {views.map((one, n) => (
        <button
          key={one}
          type="button"
          className={one === view ? 'on' : undefined}
          aria-pressed={one === view}
          onClick={() => onView(one)}
          data-view={one}
        >
          {t(`view.${one}`)}
          {one === 'selesai' ? null : <span data-count={one}>{counts?.[n] ?? ''}</span>}
        </button>
      ))}
      <button type="button" className="add" onClick={onSave}>
        <Plus className="ic s" aria-hidden />
        {t('saveView')}
      </button>
    </div>
  )
}
