'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { useDesk } from '../desk.ts'
import { Twins } from '../twins.tsx'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

/** T15: complete, with both confirmations that only a look into SIAK can give. Cases with the same NIK are named. */
export function AcceptDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file, view } = useDesk()
  const [typed, setTyped] = useTyped(file.id, 'accept', { nikConfirmed: false, duplicatesCleared: false })
  const ready = typed.nikConfirmed && typed.duplicatesCleared
  return (
    <ActionForm
      command="accept"
      onClose={onClose}
      missing={ready ? undefined : t('accept.missing')}
      build={() => (ready ? { type: 'accept', ...typed } : undefined)}
    >
      <label className="pick">
        <input
          type="checkbox"
          autoFocus
          checked={typed.nikConfirmed}
          onChange={(event) => setTyped((all) => ({ ...all, nikConfirmed: event.target.checked }))}
        />
        {t('accept.nik')}
      </label>
      <label className="pick">
        <input
          type="checkbox"
          checked={typed.duplicatesCleared}
          onChange={(event) => setTyped((all) => ({ ...all, duplicatesCleared: event.target.checked }))}
        />
        {t('accept.duplicates')}
      </label>
      {view.twins.length > 0 ? (
        <div className="note warn">
          <Twins />
        </div>
      ) : (
        <p className="why">{t('accept.noTwins')}</p>
      )}
    </ActionForm>
  )
}
