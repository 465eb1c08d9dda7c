'use client'
import { useT } from '#i18n/messages-provider.tsx'

/** Stands where the note will be: whoever begins to type already does not press keys that act on the case. */
export function NoteWaits({ label, cut = false }: { readonly label: string; readonly cut?: boolean }) {
  const t = useT('collaboration')
  return (
    <textarea
      className="pad-waits"
      aria-label={label}
      aria-busy
      readOnly
      autoFocus
      rows={4}
      value={t(cut ? 'notOpened' : 'opening')}
    />
  )
}
