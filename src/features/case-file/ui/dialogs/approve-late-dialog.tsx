'use client'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

/** T21: the head's decision on a late birth, by number and day. */
export function ApproveLateDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file, now } = useDesk()
  const today = localDateInWit(now)
  const [typed, setTyped] = useTyped(file.id, 'approveLate', { decisionNumber: '', decidedOn: today })
  const decisionNumber = typed.decisionNumber.trim()
  const missing =
    decisionNumber === ''
      ? t('late.numberMissing')
      : typed.decidedOn === '' || typed.decidedOn > today
        ? t('late.dateWrong')
        : undefined
  return (
    <ActionForm
      command="approveLate"
      onClose={onClose}
      missing={missing}
      build={() =>
        missing ? undefined : { type: 'approveLate', decisionNumber, decidedOn: typed.decidedOn }
      }
    >
      <p>{t('late.about')}</p>
      <div className="pair">
        <Field label={t('late.number')}>
          <input
            className="input"
            value={typed.decisionNumber}
            maxLength={200}
            autoFocus
            onChange={(event) => setTyped((all) => ({ ...all, decisionNumber: event.target.value }))}
          />
        </Field>
        <Field label={t('late.date')}>
          <input
            className="input"
            type="date"
            max={today}
            value={typed.decidedOn}
            onChange={(event) => setTyped((all) => ({ ...all, decidedOn: event.target.value }))}
          />
        </Field>
      </div>
    </ActionForm>
  )
}
