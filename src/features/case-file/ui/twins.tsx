'use client'
import { STAGE } from '#domain/case/stage.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useDesk } from './desk.ts'

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

/** Other cases that name a NIK of this one: a second filing, or a family with more than one matter. */
export function Twins() {
  const t = useT('case')
  const text = useText()
  const { view } = useDesk()
  if (view.twins.length === 0) return null
  return (
    <section aria-label={t('twins.title')}>
      <h2>
        {t('twins.title')} <span>{view.twins.length}</span>
      </h2>
      <ul className="case-twins">
        {view.twins.map((twin) => (
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
    </section>
  )
}
