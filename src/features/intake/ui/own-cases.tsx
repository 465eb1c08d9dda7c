'use client'
import { FileText } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { STAGE } from '#domain/case/stage.ts'
import type { OwnCase } from '#client/phone/own-case.ts'
import { OWN_CASES } from '#client/phone/own-case.ts'
import type { Kept } from '#client/phone/use-snapshot.ts'
import { useSnapshot } from '#client/phone/use-snapshot.ts'
import { relativeTime, timeInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import './intake.css'

/** What of this negeri lies at the Dinas, as this device last heard of it, and when that was. */
export function OwnCases({ open = false }: { readonly open?: boolean }) {
  const t = useT('intake')
  const kept = useSnapshot<readonly OwnCase[]>(OWN_CASES)
  if (open)
    return (
      <div className="intake choose">
        <div className="scroll">
          <div className="pg">
            <div className="task">
              {kept ? <List kept={kept} open /> : kept === null ? <p>{t('cases.noData')}</p> : null}
            </div>
          </div>
        </div>
      </div>
    )
  return kept ? <List kept={kept} /> : null
}

function List({ kept, open }: { readonly kept: Kept<readonly OwnCase[]>; readonly open?: boolean }) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const [now] = useState(() => Date.now())
  return (
    <details className="waitlist" open={open}>
      <summary className="title">{t('cases.title', { n: kept.value.length })}</summary>
      <p className="second">
        {t('cases.age', { time: timeInWit(kept.keptAt), when: relativeTime(kept.keptAt, now, locale) })}
      </p>
      {kept.value.length === 0 ? <p>{t('cases.empty')}</p> : null}
      <ul className="rq">
        {kept.value.map((one) => (
          <li key={one.id} className={one.stage.startsWith('RETURNED') ? 'bad' : 'ok'}>
            <FileText className="ic" aria-hidden />
            <span className="rq-words">
              {one.applicant || t('list.noName')}
              <small>{[one.number, t(`service.${one.service}`)].filter(Boolean).join(', ')}</small>
              <small>
                {text(STAGE[one.stage].label)},{' '}
                {t('cases.since', { when: relativeTime(one.stageAt, now, locale) })}
              </small>
            </span>
            <Link
              className="btn touch"
              href={
                one.stage === 'RETURNED_NEGERI' ? `/ajukan/${one.id}` : `/permohonan/${one.id}/tanda-terima`
              }
              prefetch={false}
            >
              {one.stage === 'RETURNED_NEGERI' ? t('list.repair') : t('cases.receipt')}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
