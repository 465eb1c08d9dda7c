'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { DocumentUpload } from '../document-upload.tsx'
import type { SentFile } from '../send-document.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

type Typed = { readonly reference: string; readonly note: string; readonly file?: SentFile }

/** T16 and T28: the reference of SIAK, and its draft as a PDF or as a data sheet in words. */
export function ProposeDraftDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file } = useDesk()
  const [typed, setTyped] = useTyped<Typed>(file.id, 'proposeDraft', { reference: '', note: '' })
  const reference = typed.reference.trim()
  const note = typed.note.trim()
  const missing =
    reference === ''
      ? t('draft.referenceMissing')
      : typed.file === undefined && note === ''
        ? t('draft.draftMissing')
        : undefined
  return (
    <ActionForm
      command="proposeDraft"
      onClose={onClose}
      missing={missing}
      {...(typed.file ? { files: [typed.file] } : {})}
      build={() =>
        missing
          ? undefined
          : {
              type: 'proposeDraft',
              reference,
              ...(note === '' ? {} : { note }),
              ...(typed.file ? { file: { fileId: typed.file.fileId, sha256: typed.file.sha256 } } : {}),
            }
      }
    >
      <Field label={t('draft.reference')} hint={t('draft.referenceHint')}>
        <input
          className="input"
          value={typed.reference}
          maxLength={200}
          autoFocus
          onChange={(event) => setTyped((all) => ({ ...all, reference: event.target.value }))}
        />
      </Field>
      <DocumentUpload
        caseId={file.id}
        label={t('draft.pdf')}
        value={typed.file}
        onSent={(sent) =>
          setTyped((all) => ({ reference: all.reference, note: all.note, ...(sent ? { file: sent } : {}) }))
        }
      />
      <Field label={t('draft.note')} hint={t('draft.noteHint')}>
        <textarea
          value={typed.note}
          maxLength={2000}
          onChange={(event) => setTyped((all) => ({ ...all, note: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
