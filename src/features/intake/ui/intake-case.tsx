'use client'
import { Suspense } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { IntakeForm } from './intake-form.tsx'
import { RefusedCase } from './later-pages.ts'
import { useDraft } from './use-draft.ts'
import './intake.css'

/** The form of one case: new, or come back for repair. */
export function IntakeCase({ caseId }: { readonly caseId: string }) {
  const opening = useDraft(caseId)
  switch (opening.state) {
    case 'open':
      return (
        <Suspense fallback={<Loading />}>
          <IntakeForm form={opening.form} />
        </Suspense>
      )
    case 'loading':
      return <Loading />
    case 'unreachable':
      return <Loading unreachable />
    case 'refused':
      return (
        <Suspense fallback={<Loading />}>
          <RefusedCase caseId={caseId} refusal={opening.refusal} submitted={opening.submitted} />
        </Suspense>
      )
  }
}

function Loading({ unreachable = false }: { readonly unreachable?: boolean }) {
  const t = useT('intake')
  return (
    <div className="intake" aria-busy>
      <div className="pg">
        {unreachable ? <output>{t('unreachable')}</output> : null}
        <Skeleton width="60%" height={24} />
        <Skeleton width="100%" height={48} />
        <Skeleton width="100%" height={48} />
      </div>
    </div>
  )
}
