'use client'
import { FileSpreadsheet, Printer } from 'lucide-react'
import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import { FAMILY_STATE_TEXT, visitReport, visitRows } from '#domain/intake/visit/visit-report.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import { csvOf } from '#domain/shared/safe-cell.ts'
import { saveFile } from '#client/boat/save-file.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { useKindLabel } from './use-kind-label.ts'

type Props = {
  readonly visit: Visit
  readonly standingOf: (caseId: string) => CaseStanding | undefined
}

/** The evening's report: counts of the list above, on A4 or as a file for a spreadsheet. */
export function VisitReportView({ visit, standingOf }: Props) {
  const t = useT('boat')
  const text = useText()
  const labelOf = useKindLabel(visit.families.flatMap((family) => family.cases))
  const report = visitReport(visit, standingOf)
  const { families, served, left, unfinished } = report

  function download(): void {
    const head = {
      turn: t('visit.turnHead'),
      name: t('visit.familyName'),
      state: t('visit.state'),
      service: t('visit.kind'),
      number: t('visit.number'),
      missing: t('visit.missing'),
      servedBy: t('visit.servedBy'),
    }
    const rows = visitRows(visit, standingOf, head, {
      state: (state) => text(FAMILY_STATE_TEXT[state]),
      kind: labelOf,
    })
    const name = `jemput-bola-${visit.day}.csv`
    void saveFile(new File([csvOf(rows)], name, { type: 'text/csv' }))
  }

  return (
    <section className="visit-report" aria-labelledby={`report-${visit.id}`}>
      <h2 className="title" id={`report-${visit.id}`}>
        {t('visit.report')}
      </h2>
      <p>{t('visit.figures', { families, served, left, unfinished: unfinished.length })}</p>
      {report.kinds.length > 0 ? (
        <Table
          caption={t('visit.byKind')}
          head={[t('visit.kind'), t('visit.begun'), t('visit.submitted')]}
          rows={report.kinds.map((one) => [
            labelOf({ caseId: '', service: one.service, kind: one.kind }),
            one.begun,
            one.submitted,
          ])}
        />
      ) : null}
      {unfinished.length > 0 ? (
        <Table
          caption={t('visit.unfinished')}
          head={[t('visit.turnHead'), t('visit.familyName'), t('visit.missing')]}
          rows={unfinished.map((one) => [one.turn, one.name, one.missing])}
        />
      ) : families > 0 ? (
        <p>{t('visit.allFinished')}</p>
      ) : null}
      {report.people.length > 0 ? (
        <Table
          caption={t('visit.people')}
          head={[t('visit.officer'), t('visit.families'), t('visit.cases')]}
          rows={report.people.map((one) => [one.name, one.families, one.cases])}
        />
      ) : null}
      <span className="boat-acts no-print">
        <Button touch icon={<Printer className="ic" aria-hidden />} onClick={() => window.print()}>
          {t('visit.print')}
        </Button>
        <Button touch icon={<FileSpreadsheet className="ic" aria-hidden />} onClick={download}>
          {t('visit.csv')}
        </Button>
      </span>
    </section>
  )
}

type TableProps = {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

function Table({ caption, head, rows }: TableProps) {
  return (
    <table className="visit-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slice(0, 2).join('/')}>
            {row.map((cell, index) => (
              <td key={head[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
