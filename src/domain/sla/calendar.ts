import { fromDayNumber, toDayNumber } from '#domain/shared/calendar.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { Holiday, OfficeHours, OfficeId, Opening, OpenSpan, TimeRules } from './time-rules.ts'

/** Why a day is as it is: by the hours of the week, closed by a holiday, or opened by an exception. */
export type DayGround =
  | { readonly by: 'hours'; readonly hours: OfficeHours }
  | { readonly by: 'holiday'; readonly holiday: Holiday }
  | { readonly by: 'opening'; readonly opening: Opening }
  | { readonly by: 'none' }

/** One office's days, laid out once: look-ups instead of walks. Days are counted from `FIRST_DAY`. */
export type Calendar = {
  readonly office: OfficeId
  /** Open minutes before each day. */
  readonly before: Int32Array
  /** The days that open, in order, and how many of them lie before each day. */
  readonly openDays: Int32Array
  readonly openDaysBefore: Int32Array
  readonly spans: readonly (readonly OpenSpan[])[]
  readonly grounds: readonly DayGround[]
}

/** Calendars reach over these days. What lies outside counts as the nearest of them. */
export const FIRST_DAY = toDayNumber('2020-01-01')
export const LAST_DAY = toDayNumber('2040-12-31')

const NO_SPANS: readonly OpenSpan[] = []

const holdsAt = (rule: OfficeId, office: OfficeId): boolean => rule === '*' || contains(rule, office)
const breadth = (office: OfficeId): number => (office === '*' ? 0 : office.length)

/** Which of the rules speak about an office: what is the same for two offices gives them the same calendar. */
export function rulesOf(rules: Pick<TimeRules, 'hours' | 'holidays' | 'openings'>, office: OfficeId) {
  return {
    hours: rules.hours
      .filter((one) => holdsAt(one.office, office))
      .toSorted(
        (a, b) =>
          breadth(b.office) - breadth(a.office) ||
          Number(a.to === null) - Number(b.to === null) ||
          (a.from < b.from ? 1 : -1),
      ),
    holidays: rules.holidays.filter((one) => holdsAt(one.office, office)),
    openings: rules.openings.filter((one) => one.office === '*' || one.office === office),
  }
}

/**
 * Lays out the calendar of an office. An exception opens a day of exactly its office, whatever else stands on it; a
 * holiday closes the day of every office within its region; else the hours of the week hold, the narrowest first.
 * @law Perpres 21/2023; SKB 3 Menteri of the year
 */
export function layOut(
  office: OfficeId,
  { hours, holidays, openings }: Pick<TimeRules, 'hours' | 'holidays' | 'openings'>,
): Calendar {
  const opened = new Map(openings.map((one) => [toDayNumber(one.on), one]))
  const closed = new Map(holidays.toReversed().map((one) => [toDayNumber(one.on), one]))
  const periods = hours.map((one) => ({
    hours: one,
    from: toDayNumber(one.from),
    to: one.to === null ? Infinity : toDayNumber(one.to),
    grounds: { by: 'hours', hours: one } as const,
  }))
  const before = new Int32Array(LAST_DAY - FIRST_DAY + 2)
  const openDays: number[] = []
  const openDaysBefore = new Int32Array(LAST_DAY - FIRST_DAY + 2)
  const spans: (readonly OpenSpan[])[] = []
  const grounds: DayGround[] = []
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    const opening = opened.get(day)
    const holiday = closed.get(day)
    const period = periods.find((one) => one.from <= day && day <= one.to)
    const weekday = (day + 4) % 7 // 1970-01-01 was a Thursday; 0 is Sunday
    const open = opening ? opening.spans : holiday ? NO_SPANS : (period?.hours.week[weekday] ?? NO_SPANS)
    spans.push(open)
    grounds.push(
      opening
        ? { by: 'opening', opening }
        : holiday
          ? { by: 'holiday', holiday }
          : (period?.grounds ?? { by: 'none' }),
    )
    const at = day - FIRST_DAY
    before[at + 1] = (before[at] ?? 0) + open.reduce((sum, [from, to]) => sum + to - from, 0)
    if (open.length > 0) openDays.push(day)
    openDaysBefore[at + 1] = openDays.length
  }
  return { office, before, openDays: Int32Array.from(openDays), openDaysBefore, spans, grounds }
}

/** Working days of one year, for who enters a calendar and wants to see that it is right. */
export function workingDaysOf(calendar: Calendar, year: number): readonly string[] {
  const days: string[] = []
  for (let day = toDayNumber(`${year}-01-01`); day <= toDayNumber(`${year}-12-31`); day += 1) {
    if ((calendar.spans[day - FIRST_DAY] ?? NO_SPANS).length > 0) days.push(fromDayNumber(day))
  }
  return days
}
