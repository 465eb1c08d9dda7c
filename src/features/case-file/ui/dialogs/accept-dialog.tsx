'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { useDesk } from '../desk.ts'
import { Twins } from '../twins.tsx'
import { LikelyBanner } from '../twins/likely-banner.tsx'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

/** T15: complete, with both confirmations that only a look into SIAK can give. A likely double is decided on first. */
export function AcceptDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file, view } = useDesk()
  const [typed, setTyped] = useTyped(file.id, 'accept', { nikConfirmed: false, duplicatesCleared: false })
  const tw = useT('twins')
  const unsettled = view.likely.length > 0 || view.elsewhere === 1
  const ready = typed.nikConfirmed && typed.duplicatesCleared && !unsettled
  return (
    <ActionForm
      command="accept"
      onClose={onClose}
      missing={unsettled ? tw('accept.missing') : ready ? undefined : t('accept.missing')}
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
      <LikelyBanner />
      {view.twins.length > 0 || view.likely.length > 0 ? (
        <div className={unsettled ? 'note warn' : 'note'}>
          <Twins />
        </div>
      ) : (
        <p className="why">{tw('accept.none')}</p>
      )}
    </ActionForm>
  )
}
