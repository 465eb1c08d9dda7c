'use client'
import { Check, FileText, Printer } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { timeInWit } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'

/** Sent: the number first, then what to do with it. */
export function DoneScreen({
  answer,
  kind,
  repaired,
}: {
  readonly answer: CommandAnswer & { readonly ok: true }
  readonly kind: KindDefinition
  readonly repaired: boolean
}) {
  const t = useT('intake')
  const text = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="intake done">
      <div className="pg">
        <div className="task">
          <p className="saved">
            <span className="yes">
              <Check className="ic" aria-hidden />
              {t('done.saved', { time: timeInWit(answer.row.changedAt) })}
            </span>
          </p>
          <h2 ref={heading} tabIndex={-1}>
            {repaired ? t('done.repaired') : t('done.title')}
          </h2>
          <p className="bignumber" data-number={answer.row.number ?? ''}>
            {answer.row.number}
          </p>
          <p className="second">
            {text(kind.label)}
            {answer.row.applicant ? `, ${answer.row.applicant}` : ''}
          </p>
          <p className="second">{t('done.next')}</p>
          <p className="done-acts">
            <Link
              className="btn primary touch"
              href={`/permohonan/${answer.caseId}/tanda-terima`}
              prefetch={false}
            >
              <Printer className="ic" aria-hidden />
              {t('done.receipt')}
            </Link>
            <Link className="btn touch" href={`/permohonan/${answer.caseId}`} prefetch={false}>
              <FileText className="ic" aria-hidden />
              {t('done.open')}
            </Link>
            <Link className="btn touch" href="/ajukan" prefetch={false}>
              {t('done.another')}
            </Link>
          </p>
        </div>
      </div>
    </div>
  )
}
