import { fromDayNumber, toDayNumber } from '#domain/shared/calendar.ts'
import type { Calendar } from '#domain/sla/calendar.ts'
import { FIRST_DAY } from '#domain/sla/calendar.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { CalendarDays } from './api-answers.ts'
import { spansAs } from './wit-moment.ts'

type YearViewProps = { readonly year: number; readonly calendar: Calendar; readonly days: CalendarDays }

/** Twelve months of one office: open days plain, days off marked by a letter and a shade, openings and proposals too. */
export function YearView({ year, calendar, days }: YearViewProps) {
  const locale = useLocale()
  const proposed = new Map(days.filter((day) => day.state === 'PROPOSED').map((day) => [day.on, day.name]))
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  const month = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'narrow', timeZone: 'UTC' })
  const monday = toDayNumber('2026-06-08')
  const heads = Array.from({ length: 7 }, (_, n) => weekday.format(dateOf(monday + n)))

  return (
    <div className="year">
      {Array.from({ length: 12 }, (_, at) => {
        const first = toDayNumber(`${year}-${String(at + 1).padStart(2, '0')}-01`)
        const next =
          at === 11
            ? toDayNumber(`${year + 1}-01-01`)
            : toDayNumber(`${year}-${String(at + 2).padStart(2, '0')}-01`)
        const lead = (first + 3) % 7 // 1970-01-01 was a Thursday; weeks begin on Monday
        const cells = [
          ...Array<number>(lead).fill(0),
          ...Array.from({ length: next - first }, (_unused, n) => first + n),
        ]
        const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_unused, n) =>
          cells.slice(n * 7, n * 7 + 7),
        )
        return (
          <table key={first}>
            <caption>{month.format(dateOf(first))}</caption>
            <thead>
              <tr>
                {heads.map((head, n) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a weekday is its place in the week
                  <th key={n} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.at(-1)}>
                  {week.map((day, n) =>
                    day === 0 ? (
                      // oxlint-disable-next-line react/no-array-index-key -- an empty day is its place in the week
                      <td key={`blank-${n}`} aria-hidden />
                    ) : (
                      <Day
                        key={day}
                        day={day}
                        calendar={calendar}
                        suggestion={proposed.get(fromDayNumber(day))}
                      />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}

type DayProps = {
  readonly day: number
  readonly calendar: Calendar
  /** What a day may become, once an administrator confirms it. */
  readonly suggestion: string | undefined
}

function Day({ day, calendar, suggestion }: DayProps) {
  const t = useT('calendar')
  const on = fromDayNumber(day)
  const ground = calendar.grounds[day - FIRST_DAY]
  const spans = calendar.spans[day - FIRST_DAY] ?? []
  const { look, mark, words } = lookOf()
  return (
    <td className={look} title={`${on}: ${words}`}>
      {Number(on.slice(8))}
      {mark ? (
        <small>
          {mark}
          <span className="vh"> {words}</span>
        </small>
      ) : null}
    </td>
  )

  function lookOf(): { readonly look: string; readonly mark: string; readonly words: string } {
    if (suggestion !== undefined)
      return { look: 'maybe', mark: '?', words: `${suggestion} (${t('state.PROPOSED')})` }
    if (ground?.by === 'holiday') {
      const { kind, name } = ground.holiday
      return { look: 'off', mark: kind === 'COLLECTIVE_LEAVE' ? 'c' : 'L', words: name }
    }
    if (ground?.by === 'opening') return { look: 'open', mark: 'B', words: ground.opening.reason }
    return spans.length === 0
      ? { look: 'rest', mark: '', words: t('closed') }
      : { look: '', mark: '', words: spansAs(spans) }
  }
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000)
}
