'use client'
import { Check, Clock } from 'lucide-react'
import { useT } from '#i18n/messages-provider.tsx'
import type { Kept } from './draft.ts'

/** Two facts, always both: on this device, and at the Dinas. */
export function SavedMarks({ kept, photos }: { readonly kept: Kept; readonly photos: number }) {
  const t = useT('intake')
  const here = kept !== 'page' && kept !== 'full'
  const there = kept === 'dinas' && photos === 0
  return (
    <output className="saved" data-saved={there ? 'dinas' : here ? 'device' : 'page'}>
      <span className={here ? 'yes' : 'no'}>
        {here ? <Check className="ic" aria-hidden /> : <Clock className="ic" aria-hidden />}
        {here ? t('saved.device') : t(kept === 'full' ? 'saved.full' : 'saved.notDevice')}
      </span>
      <span className={there ? 'yes' : 'no'}>
        {there ? <Check className="ic" aria-hidden /> : <Clock className="ic" aria-hidden />}
        {there ? t('saved.dinas') : t('saved.notDinas')}
      </span>
    </output>
  )
}
