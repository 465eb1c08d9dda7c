import { useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { ROLE_LABEL } from '#domain/access/roles.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import type { SavedView } from './saved-views.ts'
import { beginWith, dropView, keepView, pinView } from './saved-views.ts'
import './save-view.css'

const DINAS: readonly Role[] = ['OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD']

type SaveViewProps = {
  readonly me: Actor
  /** The view that is changed; without one a new view of this address. */
  readonly view?: SavedView | undefined
  readonly address: string
  readonly onClose: () => void
}

/** A list under a name: for me, for my office, at the top; a supervisor also says whose lists begin with it. */
export function SaveView({ me, view, address, onClose }: SaveViewProps) {
  const t = useT('queue')
  const text = useText()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [pinned, setPinned] = useState(view?.pinned ?? true)
  const [roles, setRoles] = useState<readonly Role[]>(view?.defaultFor ?? [])
  const [asked, setAsked] = useState(false)
  const [failed, setFailed] = useState(false)
  const mine = view === undefined || view.mine
  const staff = me.role !== 'CITIZEN'
  const rules = me.role === 'SUPERVISOR' && view !== undefined && shared && view.shared
  const act = async (doing: () => Promise<boolean>) => {
    setFailed(false)
    const ok = await doing().catch(() => false)
    if (ok) onClose()
    else setFailed(true)
  }
  const save = () => {
    setAsked(true)
    if (name.trim() === '') return
    void act(async () => {
      const kept = mine
        ? await keepView(me.id, { id: view?.id, name: name.trim(), address, shared, pinned })
        : await pinView(me.id, view.id, pinned)
      return kept && (!rules || (await beginWith(me.id, view.id, roles)))
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={view ? t('save.change') : t('saveView')}
      footer={
        <>
          {view && (mine || (me.role === 'SUPERVISOR' && view.shared)) ? (
            <Button variant="danger" onClick={() => void act(() => dropView(me.id, view.id))}>
              {t('save.drop')}
            </Button>
          ) : null}
          <Button variant="primary" onClick={save}>
            {t('save.do')}
          </Button>
        </>
      }
    >
      {mine ? (
        <Field label={t('save.name')} error={asked && name.trim() === '' ? t('save.nameMissing') : undefined}>
          <input
            className="input"
            data-autofocus
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        </Field>
      ) : (
        <p>{t('save.of', { name: view.name, who: view.ownerName })}</p>
      )}
      <p className="second save-address">{address}</p>
      {mine && staff ? (
        <Tick on={shared} turn={setShared} words={t('save.shared')} about={t('save.sharedAbout')} />
      ) : null}
      <Tick on={pinned} turn={setPinned} words={t('save.pinned')} about={t('save.pinnedAbout')} />
      {rules ? (
        <fieldset className="save-roles">
          <legend>{t('save.begins')}</legend>
          {DINAS.map((role) => (
            <Tick
              key={role}
              on={roles.includes(role)}
              turn={(on) => setRoles(on ? [...roles, role] : roles.filter((one) => one !== role))}
              words={text(ROLE_LABEL[role])}
            />
          ))}
        </fieldset>
      ) : null}
      {failed ? <p role="alert">{t('save.failed')}</p> : null}
    </Dialog>
  )
}

type TickProps = {
  readonly on: boolean
  readonly turn: (on: boolean) => void
  readonly words: string
  readonly about?: string
}

function Tick({ on, turn, words, about }: TickProps) {
  return (
    <label className="save-tick">
      <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
      <span>
        {words}
        {about ? <span className="second"> {about}</span> : null}
      </span>
    </label>
  )
}
