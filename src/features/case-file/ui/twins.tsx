'use client'
import Link from 'next/link'
import { STAGE } from '#domain/case/stage.ts'
import { reasonsInWords } from '#domain/identity/twin-reason.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useDesk } from './desk.ts'
import { comparePath } from './twins/compare-path.ts'
import { RuledTwins } from './twins/ruled-twins.tsx'

/** The cases of the same sitting, and the day of jemput bola on which this one was begun. */
export function Related() {
  const t = useT('case')
  const text = useText()
  const { view } = useDesk()
  const { visit } = view.file
  if (view.related.length === 0 && visit === undefined) return null
  return (
    <section aria-label={t('related.title')}>
      <h2>
        {t('related.title')} <span>{view.related.length || ''}</span>
      </h2>
      <ul className="case-twins">
        {view.related.map((one) => (
          <li key={one.caseId}>
            <a href={`/permohonan/${one.caseId}`}>{one.number ?? t('head.draft')}</a>
            <span>
              {text(kindOf(one.service, one.kind)?.label ?? { id: one.kind, en: one.kind })},{' '}
              {text(STAGE[one.stage].label)}
            </span>
          </li>
        ))}
        {visit === undefined ? null : (
          <li>
            <a href={`/jemput-bola/${visit}`}>{t('related.visit')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Cases that are likely the same, what was decided of others, and cases that only name a NIK of this one. */
export function Twins() {
  const t = useT('case')
  const tw = useT('twins')
  const text = useText()
  const { view, file, now } = useDesk()
  const { likely } = view
  const mentions = view.twins.filter((twin) => !likely.some((one) => one.caseId === twin.caseId))
  const ruled = file.twins ?? []
  if (likely.length === 0 && mentions.length === 0 && ruled.length === 0) return null
  return (
    <section aria-label={tw('section.title')}>
      {likely.length > 0 ? (
        <>
          <h2>
            {tw('section.likely')} <span>{likely.length}</span>
          </h2>
          <ul className="case-twins">
            {likely.map((twin) => (
              <li key={twin.caseId}>
                <Link href={comparePath(file.id, twin.caseId)}>{twin.number ?? t('head.draft')}</Link>
                <span>
                  {twin.subject || twin.applicant}, {text(STAGE[twin.stage].label)}:{' '}
                  {text(reasonsInWords(twin.reasons))}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <RuledTwins file={file} now={now} />
      {mentions.length > 0 ? (
        <>
          <h2>
            {t('twins.title')} <span>{mentions.length}</span>
          </h2>
          <ul className="case-twins">
            {mentions.map((twin) => (
              <li key={twin.caseId}>
                <a href={`/permohonan/${twin.caseId}`} target="_blank" rel="noreferrer">
                  {twin.number ?? t('head.draft')}
                </a>
                <span>
                  {twin.applicant}, {text(STAGE[twin.stage].label)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
