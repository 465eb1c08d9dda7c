'use client'
import { useState } from 'react'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { wholeNumber } from '#i18n/format.ts'

type Day = { readonly on: string; readonly filed: number; readonly issued: number }

const WIDTH = 640
const HEIGHT = 250
const GAP = 17
const STEPS = 3

/** Filed and issued per working day; the last day is not over. The same numbers stand in a table. */
export function FlowChart({ days }: { readonly days: readonly Day[] }) {
  const t = useT('board')
  const locale = useLocale()
  const [table, setTable] = useState(false)
  const most = roundUp(Math.max(1, ...days.flatMap(({ filed, issued }) => [filed, issued])))
  const height = (n: number) => (n / most) * HEIGHT
  const wide = WIDTH / Math.max(1, days.length)
  const bar = Math.min(22, wide / 2 - GAP)
  const day = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return (
    <section>
      <h2>
        {t('flow.title')} <span>{t('flow.hint')}</span>
        <button type="button" className="btn quiet sm" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? t('flow.chart') : t('flow.table')}
        </button>
      </h2>
      {table ? (
        <table className="wall-flow">
          <thead>
            <tr>
              <th scope="col">{t('flow.day')}</th>
              <th scope="col">{t('flow.filed')}</th>
              <th scope="col">{t('flow.issued')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ on, filed, issued }) => (
              <tr key={on}>
                <th scope="row">{day.format(new Date(`${on}T00:00:00Z`))}</th>
                <td>{wholeNumber(filed, locale)}</td>
                <td>{wholeNumber(issued, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          <p className="wall-legend">
            <svg width="16" height="14" aria-hidden="true">
              <rect x="1" y="1" width="14" height="12" fill="none" stroke="var(--c1)" strokeWidth="2" />
            </svg>
            {t('flow.filed')}
            <svg width="16" height="14" aria-hidden="true">
              <rect width="16" height="14" fill="var(--c1)" />
            </svg>
            {t('flow.issued')}
          </p>
          <svg
            viewBox={`-44 -22 ${WIDTH + 60} ${HEIGHT + 54}`}
            role="img"
            aria-label={t('flow.label', { n: days.length })}
          >
            {Array.from({ length: STEPS + 1 }, (_, n) => {
              const value = (most / STEPS) * n
              return (
                <g key={n}>
                  <line
                    x1="0"
                    x2={WIDTH}
                    y1={HEIGHT - height(value)}
                    y2={HEIGHT - height(value)}
                    stroke="var(--line)"
                  />
                  <text x="-10" y={HEIGHT - height(value) + 5} textAnchor="end">
                    {wholeNumber(Math.round(value), locale)}
                  </text>
                </g>
              )
            })}
            {days.map(({ on, filed, issued }, at) => {
              const last = at === days.length - 1
              const middle = wide * at + wide / 2
              return (
                <g key={on}>
                  <rect
                    x={middle - bar - 2}
                    y={HEIGHT - height(filed)}
                    width={bar}
                    height={height(filed)}
                    fill="none"
                    stroke="var(--c1)"
                    strokeWidth="2"
                    strokeDasharray={last ? '4 3' : undefined}
                  />
                  <rect
                    x={middle + 2}
                    y={HEIGHT - height(issued)}
                    width={bar}
                    height={height(issued)}
                    fill="var(--c1)"
                    opacity={last ? 0.55 : 1}
                  />
                  {last ? (
                    <>
                      <text
                        x={middle - bar / 2 - 2}
                        y={HEIGHT - height(filed) - 8}
                        textAnchor="middle"
                        className="last"
                      >
                        {filed}
                      </text>
                      <text
                        x={middle + bar / 2 + 4}
                        y={HEIGHT - height(issued) - 8}
                        textAnchor="middle"
                        className="last"
                      >
                        {issued}
                      </text>
                    </>
                  ) : null}
                  <text x={middle} y={HEIGHT + 22} textAnchor="middle" className={last ? 'last' : ''}>
                    {day.format(new Date(`${on}T00:00:00Z`))}
                  </text>
                </g>
              )
            })}
          </svg>
        </>
      )}
    </section>
  )
}

/** A scale whose thirds are whole. */
function roundUp(most: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1) * 3
  return Math.ceil(most / step) * step
}
