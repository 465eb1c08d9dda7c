import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import type { RulesKind } from '#server/sla/change-rules.ts'
import type { HolidayKind, OpenSpan } from '#domain/sla/time-rules.ts'

export type CalendarDayView = {
  readonly id: string
  readonly on: string
  readonly office: string
  readonly kind: HolidayKind | 'OPEN'
  readonly name: string
  readonly source: string
  readonly spans: readonly OpenSpan[] | null
  readonly state: 'PROPOSED' | 'CONFIRMED' | 'WITHDRAWN'
}

export type TimeChangeView = {
  readonly version: number
  readonly at: Instant
  readonly byName: string
  readonly kind: RulesKind
  readonly subject: string
  readonly looked: number
  readonly moved: number
  readonly done: boolean
}

/** The days of a year as they were entered, proposed ones among them; the rules hold only confirmed ones. */
export async function daysOfYear(pool: pg.Pool, year: number): Promise<readonly CalendarDayView[]> {
  const { rows } = await pool.query<CalendarDayView>(
    `select id, on_day as on, office, kind, name, source, spans, state from calendar_day
     where left(on_day, 4) = $1 and state <> 'WITHDRAWN' order by on_day, office`,
    [String(year)],
  )
  return rows
}

/** The latest changes of the rules, and how far the counting after each has come. */
export async function latestChanges(pool: pg.Pool): Promise<readonly TimeChangeView[]> {
  const { rows } = await pool.query<TimeChangeView>(
    `select version, (extract(epoch from at) * 1000)::float8 as at, by_name as "byName", kind, subject, looked, moved, done_at is not null as done
     from time_change order by version desc limit 20`,
  )
  return rows
}

const WARN_FROM = '-10-01'

/** From 1 October on the days off of the next year should stand: which year is missing, if one is. */
export function missingYear(confirmed: readonly number[], now: Instant): number | undefined {
  const today = localDateInWit(now)
  const year = Number(today.slice(0, 4))
  if (!confirmed.includes(year)) return year
  return today >= `${year}${WARN_FROM}` && !confirmed.includes(year + 1) ? year + 1 : undefined
}
