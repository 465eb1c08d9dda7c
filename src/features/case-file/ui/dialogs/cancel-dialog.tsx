'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

/** T30: the applicant withdraws; an officer does it only with the applicant's statement. */
export function CancelDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file, actor } = useDesk()
  const [typed, setTyped] = useTyped(file.id, 'cancel', { reason: '', statement: '' })
  const reason = typed.reason.trim()
  const statement = typed.statement.trim()
  const byOfficer = actor.role === 'NEGERI_OFFICER'
  const missing =
    reason.length < 5
      ? t('act.reasonMissing')
      : byOfficer && statement.length < 3
        ? t('cancel.statementMissing')
        : undefined
  return (
    <ActionForm
      command="cancel"
      onClose={onClose}
      danger
      missing={missing}
      build={() => (missing ? undefined : { type: 'cancel', reason, ...(byOfficer ? { statement } : {}) })}
    >
      <p>{t('cancel.about')}</p>
      <Field label={t('act.reason')}>
        <textarea
          value={typed.reason}
          maxLength={2000}
          autoFocus
          onChange={(event) => setTyped((all) => ({ ...all, reason: event.target.value }))}
        />
      </Field>
      {byOfficer ? (
        <Field label={t('cancel.statement')} hint={t('cancel.statementHint')}>
          <textarea
            value={typed.statement}
            maxLength={2000}
            onChange={(event) => setTyped((all) => ({ ...all, statement: event.target.value }))}
          />
        </Field>
      ) : null}
    </ActionForm>
  )
}
