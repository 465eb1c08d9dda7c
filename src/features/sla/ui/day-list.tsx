'use client'
import { exactDay } from './exact-day.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { CalendarDays } from './api-answers.ts'

type DayListProps = {
  readonly days: CalendarDays
  readonly offices: { readonly [code: string]: string }
  readonly onDecide: ((id: string, confirm: boolean) => void) | undefined
}

/** Every day off and every opening of the year, with its decree. A proposed one counts for nothing until it is confirmed. */
export function DayList({ days, offices, onDecide }: DayListProps) {
  const t = useT('calendar')
  const locale = useLocale()
  if (days.length === 0) return <EmptyState title={t('day.none')}>{t('day.noneHint')}</EmptyState>
  return (
    <ul className="sla-list day-list">
      {days.map(({ id, on, name, kind, office, source, state }) => (
        <li key={id}>
          <span>
            <b>{exactDay(on, locale)}</b>
            {state === 'PROPOSED' ? <span className="tag warn">{t('state.PROPOSED')}</span> : null}
          </span>
          <span>
            {name}
            <small>
              {t(`kind.${kind}`)}, {office === '*' ? t('everyOffice') : (offices[office] ?? office)}. {source}
            </small>
          </span>
          {onDecide ? (
            <span className="form-acts">
              {state === 'PROPOSED' ? (
                <Button small onClick={() => onDecide(id, true)}>
                  {t('day.confirm')}
                </Button>
              ) : null}
              <Button
                small
                variant="quiet"
                aria-label={t('day.takeBackOf', { name, on: exactDay(on, locale) })}
                onClick={() => onDecide(id, false)}
              >
                {t('day.takeBack')}
              </Button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
