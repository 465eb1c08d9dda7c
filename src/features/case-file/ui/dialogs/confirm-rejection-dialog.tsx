'use client'
import { REASON } from '#domain/case/reason.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useDesk } from '../desk.ts'
import { ActionForm } from './action-form.tsx'

/** The second half of T29: what the first person proposed, in full, before it becomes final. */
export function ConfirmRejectionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const text = useText()
  const { file } = useDesk()
  const proposal = file.proposedRejection
  return (
    <ActionForm
      command="confirmRejection"
      onClose={onClose}
      danger
      build={() => ({ type: 'confirmRejection' })}
    >
      {proposal ? (
        <dl>
          <div className="case-row">
            <dt>{t('reject.by')}</dt>
            <dd>{proposal.by.name}</dd>
          </div>
          <div className="case-row">
            <dt>{t('reject.code')}</dt>
            <dd>{text(REASON[proposal.code].label)}</dd>
          </div>
          <div className="case-row">
            <dt>{t('reject.ground')}</dt>
            <dd>{proposal.ground}</dd>
          </div>
          <div className="case-row">
            <dt>{t('reject.route')}</dt>
            <dd>{proposal.route}</dd>
          </div>
        </dl>
      ) : null}
      <p>{t('reject.final')}</p>
    </ActionForm>
  )
}
