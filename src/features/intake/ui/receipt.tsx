'use client'
import { Printer } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { Refusal } from '#domain/case/refusal.ts'
import { api } from '#client/trpc.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Mark } from '#ui/mark.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useRefusalWords } from './refusal-note.tsx'
import './receipt.css'

type Slip = Extract<Awaited<ReturnType<typeof api.intake.receipt.query>>, { ok: true }>['receipt']
type Seen =
  | { readonly state: 'loading' | 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'here'; readonly slip: Slip }

/** The slip that the citizen takes home: on paper it stands alone. */
export function ReceiptPage({ caseId }: { readonly caseId: string }) {
  const t = useT('intake')
  const words = useRefusalWords(undefined)
  const [seen, setSeen] = useState<Seen>({ state: 'loading' })
  useEffect(() => {
    let gone = false
    void api.intake.receipt.query({ caseId }).then(
      (answer) =>
        gone ||
        setSeen(
          answer.ok ? { state: 'here', slip: answer.receipt } : { state: 'refused', refusal: answer.refusal },
        ),
      () => gone || setSeen({ state: 'unreachable' }),
    )
    return () => {
      gone = true
    }
  }, [caseId])
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
  if (seen.state !== 'here') {
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
        <Link className="btn touch" href={`/permohonan/${caseId}`} prefetch={false}>
          {t('done.open')}
        </Link>
      </p>
      <SlipSheet slip={seen.slip} />
    </div>
  )
}

function SlipSheet({ slip }: { readonly slip: Slip }) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const lines: readonly (readonly [string, string])[] = [
    [t('receipt.service'), `${text(slip.serviceLabel)}: ${text(slip.kindLabel)} (${slip.form})`],
    [t('receipt.applicant'), slip.applicant],
    [t('receipt.negeri'), `${slip.negeri}, ${slip.kecamatan}`],
    [t('receipt.officer'), slip.officer],
    [t('receipt.at'), exactInWit(slip.submittedAt, locale)],
    [t('receipt.fee'), [t('receipt.free'), slip.fine && text(slip.fine)].filter(Boolean).join('. ')],
  ]
  return (
    <article className="slip" aria-labelledby="slip-title">
      <header>
        <Mark />
        <span>
          <b>Disdukcapil {slip.regency}</b>
          <small>{t('receipt.house')}</small>
        </span>
      </header>
      <div className="slip-top">
        <div>
          <h1 className="title" id="slip-title">
            {t('receipt.title')}
          </h1>
          <p className="bignumber">{slip.number}</p>
          <p className="slip-code">
            <span className="label">{t('receipt.code')}</span> <b>{slip.code}</b>
          </p>
        </div>
        <img
          className="qr"
          src={`data:image/svg+xml,${encodeURIComponent(slip.qr)}`}
          alt={t('receipt.qr')}
          width={112}
          height={112}
        />
      </div>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="title">{t('receipt.papers')}</h2>
      {slip.papers.length === 0 ? (
        <p>{t('receipt.noPapers')}</p>
      ) : (
        <ul className="ticks">
          {slip.papers.map((paper) => (
            <li key={paper.label.id}>
              {text(paper.label)}
              {paper.count > 1 ? ` (${t('receipt.pages', { n: paper.count })})` : ''}
            </li>
          ))}
        </ul>
      )}
      <h2 className="title">{t('receipt.next')}</h2>
      <ol className="slip-next">
        <li>{t('receipt.next.check')}</li>
        <li>{t('receipt.next.result', { outputs: slip.outputs.map(text).join(', ') })}</li>
        <li>{t('receipt.next.collect')}</li>
      </ol>
      <footer>
        <p>{t(`receipt.promise.${slip.service}`)}</p>
        <p>{t('receipt.noFee')}</p>
      </footer>
    </article>
  )
}
