'use client'
import { Printer } from 'lucide-react'
import Link from 'next/link'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ProvisionalSheet } from './provisional-sheet.tsx'
import { useRefusalWords } from './refusal-note.tsx'
import { SlipSheet } from './slip-sheet.tsx'
import { useReceipt } from './use-receipt.ts'
import './receipt.css'

/** The slip that the citizen takes home: on paper it stands alone. */
export function ReceiptPage({ caseId, officer }: { readonly caseId: string; readonly officer: string }) {
  const t = useT('intake')
  const words = useRefusalWords(undefined)
  const seen = useReceipt(caseId)
  if (seen.state === 'refused')
    return (
      <EmptyState
        title={t('receipt.none')}
        actions={
          <Link className="btn touch" href="/" prefetch={false}>
            {t('back')}
          </Link>
        }
      >
        {words(seen.refusal)}
      </EmptyState>
    )
  if (seen.state === 'loading' || seen.state === 'unreachable') {
    return (
      <div className="receipt-page" aria-busy>
        {seen.state === 'unreachable' ? (
          <output>{t('unreachable')}</output>
        ) : (
          <Skeleton width={320} height={24} />
        )}
      </div>
    )
  }
  return (
    <div className="receipt-page">
      <p className="receipt-acts">
        <Button
          touch
          variant="primary"
          icon={<Printer className="ic" aria-hidden />}
          onClick={() => window.print()}
        >
          {t('receipt.print')}
        </Button>
        {seen.state === 'here' ? (
          <Link className="btn touch" href={`/permohonan/${caseId}`} prefetch={false}>
            {t('done.open')}
          </Link>
        ) : (
          <Link className="btn touch" href="/kotak-keluar" prefetch={false}>
            {t('provisional.outbox')}
          </Link>
        )}
      </p>
      {seen.state === 'here' ? (
        <SlipSheet slip={seen.slip} />
      ) : (
        <ProvisionalSheet slip={seen.slip} officer={officer} />
      )}
    </div>
  )
}
