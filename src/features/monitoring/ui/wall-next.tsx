import Link from 'next/link'
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { leaseOf } from '#domain/case/lease.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { minutesLeft, stageStateAt } from '#domain/sla/stage-time.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { exactInWit, workingTime } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'

/** Which cases are late next, if nothing happens: the soonest first. */
export function WallNext({ items, now }: { readonly items: readonly QueueItem[]; readonly now: Instant }) {
  const t = useT('board')
  const text = useText()
  const locale = useLocale()
  return (
    <section>
      <h2>{t('next.title')}</h2>
      <ul className="wall-next">
        {items.map(({ row, time }) => {
          const state = stageStateAt(time, row, now)
          const Icon = state === 'lewat' ? OctagonAlert : state === 'segera' ? TriangleAlert : null
          const holder = leaseOf(row, now)
          return (
            <li key={row.id}>
              <span className={`sla ${state}`} title={exactInWit(time.dueAt, locale)}>
                {Icon ? <Icon className="ic" aria-hidden /> : null}
                <span>
                  {t('next.left', {
                    time: workingTime(Math.max(0, minutesLeft(time, now)), locale, WORKING_DAY_MINUTES),
                  })}
                </span>
              </span>
              <Link href={`/permohonan/${row.id}`} prefetch={false}>
                {row.number} <small>{text(STAGE[row.stage].label)}</small>
              </Link>
              <small>{holder ? holder.name : <b className="nobody">{t('next.nobody')}</b>}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
