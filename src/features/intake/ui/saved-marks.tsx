'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { SavedMark } from '#ui/saved-mark.tsx'
import type { Kept } from './draft-state.ts'

/** Two facts, always both: on this device, and at the Dinas. */
export function SavedMarks({ kept, photos }: { readonly kept: Kept; readonly photos: number }) {
  const t = useT('intake')
  const here = kept !== 'page' && kept !== 'full'
  const there = kept === 'dinas' && photos === 0
  return (
    <output className="saved" data-saved={there ? 'dinas' : here ? 'device' : 'page'}>
      <SavedMark place="device" yes={here}>
        {here ? t('saved.device') : t(kept === 'full' ? 'saved.full' : 'saved.notDevice')}
      </SavedMark>
      <SavedMark place="dinas" yes={there}>
        {there ? t('saved.dinas') : t('saved.notDinas')}
      </SavedMark>
    </output>
  )
}
