'use client'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { FAMILY_STATE_TEXT } from '#domain/intake/visit/visit-report.ts'
import { api } from '#client/trpc.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useKindLabel } from './use-kind-label.ts'
import { VisitReportView } from './visit-report-view.tsx'
import '../boat/boat.css'
import './visit.css'

type Line = Awaited<ReturnType<typeof api.visit.list.query>>[number]
type Seen = Exclude<Awaited<ReturnType<typeof api.visit.open.query>>, null>

/** At the Dinas: the days that teams went out, and what came of them. */
export function VisitOffice() {
  const t = useT('boat')
  const locale = useLocale()
  const [lines, setLines] = useState<readonly Line[]>()
  useEffect(() => void api.visit.list.query().then(setLines, () => undefined), [])
  return (
    <main className="boat page">
      <h1 className="title">{t('visit.title')}</h1>
      {lines?.length === 0 ? <EmptyState title={t('visit.none')} /> : null}
      <ul className="boat-list">
        {(lines ?? []).map((line) => (
          <li key={line.id}>
            <Link href={`/jemput-bola/${line.id}`} prefetch={false}>
              {line.place}
            </Link>
            <span>
              {t('visit.line', { day: longDate(line.day, locale), n: line.families })}
              {line.closed ? `. ${t('visit.closed')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** One of them: the list, each case with the way to it, and the report. */
export function VisitOfficeDay({ id }: { readonly id: string }) {
  const t = useT('boat')
  const text = useText()
  const locale = useLocale()
  const [seen, setSeen] = useState<Seen | null>()
  useEffect(() => void api.visit.open.query({ id }).then(setSeen, () => undefined), [id])
  const labelOf = useKindLabel(seen?.visit.families.flatMap((family) => family.cases) ?? [])
  if (seen === undefined) return <main className="boat page" aria-busy />
  if (seen === null)
    return (
      <main className="boat page">
        <EmptyState title={t('visit.noPlace')} />
      </main>
    )
  const { visit, standings } = seen
  return (
    <main className="boat page">
      <h1 className="title">{visit.place}</h1>
      <p className="second">
        {longDate(visit.day, locale)}, {visit.team.join(', ')}
      </p>
      <VisitReportView visit={visit} standingOf={(caseId) => standings[caseId]} />
      <h2 className="title">{t('visit.filter')}</h2>
      <ol className="boat-list">
        {visit.families.map((family) => (
          <li key={family.id} data-family={family.turn}>
            <b>
              {family.turn}. {family.name}
            </b>
            <small>
              {text(FAMILY_STATE_TEXT[family.state])}
              {family.missing === '' ? '' : `. ${t('visit.missing')}: ${family.missing}`}
            </small>
            {family.cases.map((one) => {
              const standing = standings[one.caseId]
              return standing?.number == null ? (
                <span key={one.caseId}>{labelOf(one)}</span>
              ) : (
                <Link key={one.caseId} href={`/permohonan/${one.caseId}`} prefetch={false}>
                  {standing.number}, {labelOf(one)}
                </Link>
              )
            })}
          </li>
        ))}
      </ol>
    </main>
  )
}
