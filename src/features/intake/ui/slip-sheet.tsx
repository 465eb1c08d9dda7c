'use client'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Mark } from '#ui/mark.tsx'
import { SlipFacts, SlipPapers, SlipRelated } from './slip-parts.tsx'
import type { Slip } from './use-receipt.ts'

/** The true receipt: its number and its code are the Dinas's. */
export function SlipSheet({ slip }: { readonly slip: Slip }) {
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
      <SlipFacts facts={lines} />
      <h2 className="title">{t('receipt.papers')}</h2>
      <SlipPapers papers={slip.papers} />
      <SlipRelated lines={slip.related.map((one) => `${one.number}, ${text(one.label)} (${one.code})`)} />
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
