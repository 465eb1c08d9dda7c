import { useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { TAKES_AT } from '#domain/case/queue-view.ts'
import { singleKeysOn, switchSingleKeys } from '#client/shortcuts.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Dialog } from '#ui/dialog.tsx'
import './shortcut-sheet.css'

const KEYS: readonly (readonly [keys: readonly string[], text: string])[] = [
  [['J', 'K', '↑', '↓'], 'keys.walk'],
  [['X'], 'keys.select'],
  [['Shift ↑', 'Shift ↓'], 'keys.extend'],
  [['Enter'], 'keys.open'],
  [['Space'], 'keys.panel'],
  [['A'], 'keys.take'],
  [['U'], 'keys.next'],
  [['L'], 'keys.release'],
  [['H'], 'keys.give'],
  [['/'], 'keys.search'],
  [['F'], 'keys.filter'],
  [['.'], 'keys.news'],
  [['Esc'], 'keys.back'],
  [['Z'], 'keys.undo'],
  [['Ctrl K'], 'keys.palette'],
  [['?'], 'keys.sheet'],
]

/** Keys that do nothing for a role are not on its sheet. */
function isFor(me: Actor, text: string): boolean {
  const takes = TAKES_AT[me.role] !== undefined
  if (text === 'keys.give') return takes || me.role === 'SUPERVISOR'
  return takes || (text !== 'keys.take' && text !== 'keys.next' && text !== 'keys.release')
}

/** Every key of the desk, and the switch that turns single keys off. */
export function ShortcutSheet({ me, onClose }: { readonly me: Actor; readonly onClose: () => void }) {
  const t = useT('queue')
  const [on, setOn] = useState(singleKeysOn())
  return (
    <Dialog open onClose={onClose} title={t('keys.title')}>
      <dl className="keys">
        {KEYS.filter(([, text]) => isFor(me, text)).map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <label className="keys-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            switchSingleKeys(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        {t('keys.switch')}
      </label>
    </Dialog>
  )
}
