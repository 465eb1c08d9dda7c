'use client'
import { FileText, Upload } from 'lucide-react'
import type { DraftPaper } from '#domain/intake/draft-view.ts'
import { bytesInWords } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { Sending } from './paper-sender.ts'

/** One page that the Dinas has. */
export function PaperPicture({ paper, alt }: { readonly paper: DraftPaper; readonly alt: string }) {
  const t = useT('intake')
  if (paper.mime === 'application/pdf') {
    return (
      <a className="btn touch" href={`/papers/${paper.fileId}`} target="_blank" rel="noreferrer">
        <FileText className="ic" aria-hidden />
        {t('papers.openPdf')}
      </a>
    )
  }
  return <img src={`/papers/${paper.fileId}`} alt={alt} loading="lazy" />
}

/** Kilobytes of kilobytes, in words and as a bar. */
export function Progress({ sending, onDrop }: { readonly sending: Sending; readonly onDrop: () => void }) {
  const t = useT('intake')
  const locale = useLocale()
  const part = sending.total === 0 ? 0 : Math.round((100 * sending.sent) / sending.total)
  const sizes = { sent: bytesInWords(sending.sent, locale), total: bytesInWords(sending.total, locale) }
  return (
    <span className="going-line" data-sending={sending.state}>
      <progress max={100} value={part} aria-label={t(`sending.${sending.state}`, sizes)} />
      <small>
        <Upload className="ic s" aria-hidden /> {t(`sending.${sending.state}`, sizes)}
      </small>
      {sending.state === 'waiting' || sending.state === 'queued' ? (
        <button type="button" className="btn quiet" onClick={onDrop}>
          {t('sending.drop')}
        </button>
      ) : null}
    </span>
  )
}
