'use client'
import { CircleAlert } from 'lucide-react'
import { useT } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'

/** Two changed one field at once: both are shown, and a person picks. */
export function ConflictNote({
  title,
  mine,
  theirs,
  onPick,
}: {
  readonly title: string
  readonly mine: string
  readonly theirs: string
  readonly onPick: (keep: 'stands' | 'proposed') => void
}) {
  const t = useT('intake')
  return (
    <Note tone="warn" role="alert" icon={<CircleAlert className="ic" aria-hidden />} title={title}>
      <span className="picks">
        <button type="button" className="btn touch" onClick={() => onPick('stands')}>
          {t('conflict.stands', { value: theirs })}
        </button>
        <button type="button" className="btn touch" onClick={() => onPick('proposed')}>
          {t('conflict.proposed', { value: mine })}
        </button>
      </span>
    </Note>
  )
}
