'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Dialog } from '#ui/dialog.tsx'

const KEYS = [
  ['J', 'K', 'walk'],
  ['A', '', 'claim'],
  ['U', '', 'next'],
  ['L', '', 'release'],
  ['H', '', 'give'],
  ['T', '', 'forward'],
  ['R', '', 'return'],
  ['M', '', 'note'],
  ['W', '', 'follow'],
  ['[', ']', 'paper'],
  ['+', '-', 'zoom'],
  ['0', '', 'fit'],
  ['P', 'B', 'pin'],
  ['G', '', 'together'],
  ['Y', 'N', 'answer'],
  ['←', '→', 'pan'],
  ['Z', '', 'undo'],
  ['Esc', '', 'back'],
  ['?', '', 'sheet'],
] as const

/** The keys of the desk, on `?`. */
export function KeySheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useT('case')
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <dl className="case-keys">
        {KEYS.map(([one, other, does]) => (
          <div key={does}>
            <dt>
              <kbd>{one}</kbd>
              {other ? (
                <>
                  {' '}
                  <kbd>{other}</kbd>
                </>
              ) : null}
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
