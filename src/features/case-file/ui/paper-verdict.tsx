'use client'
import { ScanText } from 'lucide-react'
import type { PaperVerdict as Verdict } from '#domain/case/paper-verdict.ts'
import { faultsInWords, overrideInWords } from '#domain/case/paper-verdict-words.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'

/** What the phone found wrong with a photo, and why it was sent all the same. Nothing, when it found nothing. */
export function PaperVerdict({ verdict }: { readonly verdict: Verdict | undefined }) {
  const t = useT('case')
  const text = useText()
  const faults = faultsInWords(verdict)
  if (faults === undefined) return null
  const reason = overrideInWords(verdict)
  return (
    <p className="viewer-verdict" data-verdict>
      <ScanText className="ic" aria-hidden />
      <span>
        <b>{t('viewer.verdict', { faults: text(faults) })}</b>{' '}
        {reason ? t('viewer.override', { reason: text(reason) }) : t('viewer.noReason')}
      </span>
    </p>
  )
}
