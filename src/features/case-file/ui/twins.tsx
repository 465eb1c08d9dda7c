'use client'
import { STAGE } from '#domain/case/stage.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useDesk } from './desk.ts'

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
