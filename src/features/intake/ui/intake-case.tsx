'use client'
import Link from 'next/link'
import type { Actor } from '#domain/access/actor.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { IntakeForm } from './intake-form.tsx'
import { useRefusalWords } from './refusal-note.tsx'
import { useDraft } from './use-draft.ts'
import './intake.css'

/** The form of one case: new, or come back for repair. */
export function IntakeCase({ me, caseId }: { readonly me: Pick<Actor, 'id'>; readonly caseId: string }) {
  const t = useT('intake')
  const words = useRefusalWords(undefined)
  const opening = useDraft(me, caseId)
  switch (opening.state) {
    case 'open':
      return <IntakeForm me={me} form={opening.form} />
    case 'loading':
    case 'unreachable':
      return (
        <div className="intake" aria-busy>
          <div className="pg">
            {opening.state === 'unreachable' ? <output>{t('unreachable')}</output> : null}
            <Skeleton width="60%" height={24} />
            <Skeleton width="100%" height={48} />
            <Skeleton width="100%" height={48} />
          </div>
        </div>
      )
    case 'refused':
      return (
        <EmptyState
          title={opening.submitted ? t('gone.submitted') : t('gone.title')}
          actions={
            <>
              {opening.submitted ? (
                <Link className="btn primary touch" href={`/permohonan/${caseId}`} prefetch={false}>
                  {t('done.open')}
                </Link>
              ) : null}
              {opening.submitted ? (
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
          {words(opening.refusal)}
        </EmptyState>
      )
  }
}
