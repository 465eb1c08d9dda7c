'use client'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Mark } from '#ui/mark.tsx'
import { SavedMark } from '#ui/saved-mark.tsx'
import type { ProvisionalSlip } from './provisional-slip.ts'
import { shortCode } from './provisional-slip.ts'
import { SlipFacts, SlipPapers, SlipRelated } from './slip-parts.tsx'

/** The paper for a family where there is no signal: it says what it is not yet, and how it becomes the true one. */
export function ProvisionalSheet({
  slip,
  officer,
}: {
  readonly slip: ProvisionalSlip
  readonly officer: string
}) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const lines: readonly (readonly [string, string])[] = [
    [t('receipt.service'), `${text(slip.serviceLabel)}: ${text(slip.kindLabel)} (${slip.form})`],
    [t('receipt.applicant'), slip.applicant],
    [t('receipt.negeri'), `${slip.negeri}, ${slip.kecamatan}`],
    [t('receipt.officer'), officer],
    [t('provisional.at'), exactInWit(slip.at, locale)],
    [t('receipt.fee'), t('receipt.free')],
  ]
  return (
    <article className="slip provisional" aria-labelledby="slip-title" data-provisional>
      <header>
        <Mark />
        <span>
          <b>{t('provisional.house')}</b>
          <small>{t('receipt.house')}</small>
        </span>
      </header>
      <p className="slip-marks">
        <SavedMark place="device" yes>
          {t('saved.device')}
        </SavedMark>
        <SavedMark place="dinas" yes={false}>
          {t('saved.notDinas')}
        </SavedMark>
      </p>
      <div className="slip-top">
        <div>
          <h1 className="title" id="slip-title">
            {t('provisional.title')}
          </h1>
          <p className="bignumber">{shortCode(slip.caseId)}</p>
          <p className="slip-code">
            <span className="label">{t('provisional.id')}</span> <b>{slip.caseId}</b>
          </p>
        </div>
        <figure className="slip-qr">
          <img
            className="qr"
            src={`data:image/svg+xml,${encodeURIComponent(slip.qr)}`}
            alt={t('provisional.qr')}
            width={112}
            height={112}
          />
          <figcaption>{t('provisional.unsigned')}</figcaption>
        </figure>
      </div>
      <SlipFacts facts={lines} />
      <h2 className="title">{t('provisional.papers')}</h2>
      <SlipPapers papers={slip.papers} />
      <SlipRelated lines={slip.related.map((one) => `${one.code}, ${text(one.label)}`)} />
      <h2 className="title">{t('receipt.next')}</h2>
      <ol className="slip-next">
        <li>{t('provisional.next.send')}</li>
        <li>{t('provisional.next.number')}</li>
        <li>{t('provisional.next.exchange')}</li>
      </ol>
      <footer>
        <p>{t('provisional.clock')}</p>
        <p>{t('receipt.noFee')}</p>
      </footer>
    </article>
  )
}
