'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

const LEAST_WHAT = 10
const LEAST_EVIDENCE = 3

/** T27: a fault of the office in an issued document. What the family itself changed is a new case. */
export function ReportErrorDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file } = useDesk()
  const [typed, setTyped] = useTyped(file.id, 'reportError', { what: '', evidence: '' })
  const what = typed.what.trim()
  const evidence = typed.evidence.trim()
  const missing =
    what.length < LEAST_WHAT
      ? t('error.whatMissing', { n: LEAST_WHAT })
      : evidence !== '' && evidence.length < LEAST_EVIDENCE
        ? t('error.evidenceShort')
        : undefined
  return (
    <ActionForm
      command="reportError"
      onClose={onClose}
      missing={missing}
      build={() =>
        missing ? undefined : { type: 'reportError', what, ...(evidence === '' ? {} : { evidence }) }
      }
    >
      <p>{t('error.about')}</p>
      <Field label={t('error.what')} hint={t('error.whatHint')}>
        <textarea
          value={typed.what}
          maxLength={2000}
          autoFocus
          onChange={(event) => setTyped((all) => ({ ...all, what: event.target.value }))}
        />
      </Field>
      <Field label={t('error.evidence')}>
        <textarea
          value={typed.evidence}
          maxLength={2000}
          onChange={(event) => setTyped((all) => ({ ...all, evidence: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
