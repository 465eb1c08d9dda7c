'use client'
import { EyeOff } from 'lucide-react'
import type { Stage } from '#domain/case/stage.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { ShownCounts } from '#domain/kpi/hide-small-cells.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import './stage-table.css'

type StageTableProps = {
  readonly stages: readonly Stage[]
  readonly cells: ShownCounts
  readonly at: Instant
  readonly area: string
}

/** Open cases by stage and service, for those who lead: figures, no person. */
export function StageTable({ stages, cells, at, area }: StageTableProps) {
  const t = useT('monitoring')
  const text = useText()
  const locale = useLocale()
  const total = cells.at(-1)?.at(-1)
  return (
    <main className="figures">
      <header>
        <h1 className="title">{t('title')}</h1>
        <p className="second">{t('about', { area })}</p>
      </header>
      <p className="figures-total">
        <strong>{total ?? <Hidden />}</strong> {t('open')}
      </p>
      <div className="figures-frame">
        <table>
          <caption className="vh">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              <th scope="col" className="num">
                {t('service.KK')}
              </th>
              <th scope="col" className="num">
                {t('service.AKTA_KELAHIRAN')}
              </th>
              <th scope="col" className="num">
                {t('service.SKPWNI')}
              </th>
              <th scope="col" className="num">
                {t('sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map((row, n) => {
              const stage = stages[n]
              return (
                <tr key={stage ?? 'sum'} className={stage ? undefined : 'sum'}>
                  <th scope="row">{stage ? text(STAGE[stage].label) : t('sum')}</th>
                  {row.map((value, column) => (
                    <td className="num" key={SERVICES[column] ?? 'sum'}>
                      {value ?? <Hidden />}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="why">{t('hiddenWhy')}</p>
      <p className="why">{t('counted', { moment: exactInWit(at, locale) })}</p>
    </main>
  )
}

function Hidden() {
  const t = useT('monitoring')
  return (
    <span className="hidden-cell" title={t('hiddenWhy')}>
      <EyeOff className="ic s" aria-hidden /> <span>{t('hidden')}</span>
    </span>
  )
}
