import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { WIT_OFFSET_MS } from '#domain/shared/calendar.ts'
import type { Calendar } from './calendar.ts'
import { FIRST_DAY, LAST_DAY } from './calendar.ts'
import type { OpenSpan } from './time-rules.ts'

const DAYS = LAST_DAY - FIRST_DAY + 1

/** The day of an instant in WIT, as a number since 1970-01-01. */
export function dayOf(at: Instant): number {
  return Math.floor((at + WIT_OFFSET_MS) / DAY_MS)
}

/** Midnight in WIT at the beginning of a day. */
export function startOfDay(day: number): Instant {
  return day * DAY_MS - WIT_OFFSET_MS
}

const placeOf = (day: number): number => Math.min(Math.max(day - FIRST_DAY, 0), DAYS - 1)

/** Open milliseconds from the start of the calendar to an instant: what is between two instants is a difference of two. */
export function openUntil(calendar: Calendar, at: Instant): number {
  const local = at + WIT_OFFSET_MS
  const place = placeOf(Math.floor(local / DAY_MS))
  const inDay = local - (place + FIRST_DAY) * DAY_MS
  const spans = calendar.spans[place] ?? []
  let open = (calendar.before[place] ?? 0) * MINUTE_MS
  // Counted for every row of a list: no iterators here.
  for (let n = 0; n < spans.length; n += 1) {
    const span = spans[n] as OpenSpan
    const past = inDay - span[0] * MINUTE_MS
    if (past > 0) open += Math.min(past, (span[1] - span[0]) * MINUTE_MS)
  }
  return open
}

/** Working milliseconds of an office between two instants; negative when `to` is earlier. @law Perpres 21/2023 */
export function workingBetween(calendar: Calendar, from: Instant, to: Instant): number {
  return openUntil(calendar, to) - openUntil(calendar, from)
}

/**
 * The instant at which `working` milliseconds have passed since `from`. What comes in outside working hours counts from
 * the next opening; a limit that is reached at closing time is that closing time. Friday 15.59 + 2 h is Monday.
 */
export function addWorking(calendar: Calendar, from: Instant, working: number): Instant {
  if (working <= 0) return from
  return whenOpen(calendar, openUntil(calendar, from) + working, from)
}

/** The first instant at which so much has been open since the start of the calendar; looked for from `near` on. */
export function whenOpen(calendar: Calendar, goal: number, near: Instant): Instant {
  const day = firstReaching(calendar, goal, placeOf(dayOf(near)))
  let rest = goal - (calendar.before[day] ?? 0) * MINUTE_MS
  const midnight = startOfDay(FIRST_DAY + day)
  const spans = calendar.spans[day] ?? []
  for (let n = 0; n < spans.length; n += 1) {
    const span = spans[n] as OpenSpan
    const length = (span[1] - span[0]) * MINUTE_MS
    if (rest <= length) return midnight + span[0] * MINUTE_MS + rest
    rest -= length
  }
  return midnight + DAY_MS // beyond the calendar
}

/** The first day from `start` on at whose end so much has been open: near ones are found in a few steps. */
function firstReaching({ before }: Calendar, goal: number, start: number): number {
  let low = start
  let step = 1
  while (low + step < DAYS && (before[low + step] ?? 0) * MINUTE_MS < goal) step *= 2
  let high = Math.min(low + step, DAYS - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((before[middle + 1] ?? 0) * MINUTE_MS >= goal) high = middle
    else low = middle + 1
  }
  return low
}

/** The instant itself while the office is open, else its next opening. A submission counts as received then. */
export function nextOpening(calendar: Calendar, at: Instant): Instant {
  for (let place = placeOf(dayOf(at)); place < DAYS; place += 1) {
    const spans = calendar.spans[place] ?? []
    const midnight = startOfDay(FIRST_DAY + place)
    for (let n = 0; n < spans.length; n += 1) {
      const span = spans[n] as OpenSpan
      if (at < midnight + span[1] * MINUTE_MS) return Math.max(at, midnight + span[0] * MINUTE_MS)
    }
  }
  return startOfDay(LAST_DAY + 1)
}

/** When an office closes on a day; undefined when it does not open. */
export function closingOf(calendar: Calendar, day: number): Instant | undefined {
  const spans = calendar.spans[placeOf(day)] ?? []
  const last = spans[spans.length - 1]
  return last && startOfDay(day) + last[1] * MINUTE_MS
}

/** Closing time of the `count`-th working day after `day`. */
export function closingAfter(calendar: Calendar, day: number, count: number): Instant {
  const until = calendar.openDaysBefore[placeOf(day) + 1] ?? 0
  const found = calendar.openDays[until + Math.max(count, 1) - 1]
  return (found === undefined ? undefined : closingOf(calendar, found)) ?? startOfDay(LAST_DAY + 1)
}

/** The same as `openUntil` for a closing time, which may be the midnight after its day: nothing of that day is left. */
export function openToClosing(calendar: Calendar, closing: Instant): number {
  return (calendar.before[placeOf(dayOf(closing - 1)) + 1] ?? 0) * MINUTE_MS
}

/** Closing time of the last working day up to and with `day`: when something is done in practice. */
export function closingUpTo(calendar: Calendar, day: number): Instant {
  for (let before = day; before >= FIRST_DAY; before -= 1) {
    const closing = closingOf(calendar, before)
    if (closing !== undefined) return closing
  }
  return startOfDay(day)
}
