'use client'
import { ArrowLeft, Upload } from 'lucide-react'
import Link from 'next/link'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { usePhoneLink } from '#client/phone/phone-link.ts'
import { useWorkAge } from '#client/phone/work-age.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { ConnectionMark } from '#ui/connection-mark.tsx'
import { OfflineBand } from '#ui/offline-band.tsx'

type Props = {
  readonly service: KindDefinition
  readonly view: DraftView
  readonly place: { readonly negeri: string }
  readonly title: string | undefined
  readonly waiting: number
  readonly onBack: (() => void) | undefined
}

/** Back, what this is and for whom, how the line stands, and how much waits. */
export function FormHead({ service, view, place, title, waiting, onBack }: Props) {
  const t = useT('intake')
  const text = useText()
  const { state, newsAt } = usePhoneLink()
  const age = useWorkAge(newsAt)
  const name = service.applicantName({ answers: view.answers, reportOn: '2000-01-01' })
  return (
    <>
      <header className="apph">
        {onBack ? (
          <button type="button" className="bk" onClick={onBack} aria-label={t('back')}>
            <ArrowLeft className="ic" aria-hidden />
          </button>
        ) : (
          <Link className="bk" href="/ajukan" prefetch={false} aria-label={t('back')}>
            <ArrowLeft className="ic" aria-hidden />
          </Link>
        )}
        <span className="apph-words">
          <b className="cut">{t(`service.${view.service}`)}</b>
          <small className="cut">
            {[view.number, name, place.negeri, title ?? text(service.label)].filter(Boolean).join(', ')}
          </small>
        </span>
        <span className="apph-r">
          <ConnectionMark state={state} newsAt={newsAt} />
          <Link
            className="waiting"
            href="/kotak-keluar"
            prefetch={false}
            title={t('waiting', { n: waiting })}
            data-waiting={waiting}
          >
            <Upload className="ic" aria-hidden />
            {waiting}
            <span className="vh"> {t('waitingWords')}</span>
          </Link>
        </span>
      </header>
      <OfflineBand state={state} newsAt={newsAt} stillWorks={age ? t('offlineSince', age) : t('offline')} />
    </>
  )
}
