import Link from 'next/link'
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { ServiceCounts } from './board-counts.ts'
import { COLUMNS } from './board-counts.ts'
import { listOf } from './list-address.ts'

const TALLEST = 62

/** One service: how many are open, nearly late, past the promise, and where they are. Each number opens its list. */
export function WallService({
  service,
  counts,
}: {
  readonly service: ServiceId
  readonly counts: ServiceCounts | undefined
}) {
  const t = useT('board')
  const locale = useLocale()
  const number = (n: number | undefined) => (n === undefined ? '–' : wholeNumber(n, locale))
  const most = Math.max(1, ...(counts?.columns.map(({ n }) => n) ?? []))
  const name = t(`service.${service}`)
  return (
    <section className="wall-service" aria-label={name}>
      <div>
        <h2>{name}</h2>
        <Link
          className="big"
          href={listOf(service)}
          prefetch={false}
          aria-label={t('open', { service: name, n: counts?.open ?? 0 })}
        >
          {number(counts?.open)}
        </Link>
      </div>
      <div className={counts?.soon ? 'soon' : 'zero'}>
        <Link
          className="n"
          href={listOf(service, {}, 'hampir-lewat')}
          prefetch={false}
          aria-label={t('soonOf', { service: name, n: counts?.soon ?? 0 })}
        >
          {number(counts?.soon)}
        </Link>
        <span className="k">
          <TriangleAlert className="ic" aria-hidden />
          {t('soon')}
        </span>
      </div>
      <div className={counts?.late ? 'late' : 'zero'}>
        <Link
          className="n"
          href={listOf(service, { tanda: 'janji' })}
          prefetch={false}
          aria-label={t('lateOf', { service: name, n: counts?.late ?? 0 })}
        >
          {number(counts?.late)}
        </Link>
        <span className="k">
          <OctagonAlert className="ic" aria-hidden />
          {t('late')}
        </span>
        <Link className="k more" href={listOf(service, { tanda: 'lewat' })} prefetch={false}>
          {t('lateInStage', { n: number(counts?.lateInStage) })}
        </Link>
      </div>
      <div className="wall-stages">
        {COLUMNS.map(([id, stages]) => {
          const n = counts?.columns.find((one) => one.id === id)?.n
          return (
            <Link
              key={id}
              href={listOf(service, { tahap: stages.join(',') })}
              prefetch={false}
              className={id === 'paused' ? 'paused' : ''}
              aria-label={t('columnOf', { column: t(`column.${id}`), service: name, n: n ?? 0 })}
            >
              <b>{number(n)}</b>
              <i
                style={{ '--h': `${Math.round(((n ?? 0) / most) * TALLEST)}px` } as Record<string, string>}
              />
              <span>{t(`column.${id}`)}</span>
            </Link>
          )
        })}
      </div>
    </section>
  )
}
