'use client'
import { TriangleAlert } from 'lucide-react'
import { clockTime } from '#i18n/format.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { SavedMark } from '#ui/saved-mark.tsx'
import type { NoteState } from './note-state.ts'

/** Where the words of this screen are, and nothing that is not so. */
export function NoteMarks({ state }: { readonly state: NoteState }) {
  const t = useT('collaboration')
  const { place, savedAt, refused, keeps, connected } = state
  const there = place === 'dinas'
  const lost = !there && place !== 'device'
  return (
    <>
      <output className="pad-marks" data-place={place}>
        {keeps && !there ? (
          <SavedMark place="device" yes={!lost}>
            {t(lost ? 'saved.notDevice' : 'saved.device')}
          </SavedMark>
        ) : null}
        <SavedMark place="dinas" yes={there}>
          {there
            ? savedAt === undefined
              ? t('saved.dinas')
              : t('saved.dinasAt', { at: clockTime(savedAt, true) })
            : t(place === 'sending' ? 'saved.sending' : 'saved.notDinas')}
        </SavedMark>
      </output>
      {refused === undefined && connected ? null : (
        <p className="pad-trouble" role="alert">
          <TriangleAlert className="ic" aria-hidden />
          {refused === undefined ? t(keeps ? 'cut.device' : 'cut.memory') : t(`refused.${refused}`)}
        </p>
      )}
    </>
  )
}
