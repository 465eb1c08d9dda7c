'use client'
import Link from 'next/link'
import type { Refusal } from '#domain/case/refusal.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useRefusalWords } from './refusal-note.tsx'

type Props = { readonly caseId: string; readonly refusal: Refusal; readonly submitted: boolean }

/** The form cannot be opened: why, and where the case is now. */
export function RefusedCase({ caseId, refusal, submitted }: Props) {
  const t = useT('intake')
  const words = useRefusalWords(undefined)
  return (
    <EmptyState
      title={submitted ? t('gone.submitted') : t('gone.title')}
      actions={
        <>
          {submitted ? (
            <Link className="btn primary touch" href={`/permohonan/${caseId}`} prefetch={false}>
              {t('done.open')}
            </Link>
          ) : null}
          {submitted ? (
            <Link className="btn touch" href={`/permohonan/${caseId}/tanda-terima`} prefetch={false}>
              {t('done.receipt')}
            </Link>
          ) : null}
          <Link className="btn touch" href="/ajukan" prefetch={false}>
            {t('back')}
          </Link>
        </>
      }
    >
      {words(refusal)}
    </EmptyState>
  )
}
