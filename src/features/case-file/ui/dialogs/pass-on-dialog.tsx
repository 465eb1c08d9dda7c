'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { ActionForm } from './action-form.tsx'

/** T14: the negeri cannot mend it and asks the applicant. */
export function PassOnDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  return (
    <ActionForm command="passOn" onClose={onClose} build={() => ({ type: 'passOn' })}>
      <p>{t('act.passOn.about')}</p>
    </ActionForm>
  )
}
