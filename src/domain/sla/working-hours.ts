import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import { toDayNumber, WIT_OFFSET_MS } from '#domain/shared/calendar.ts'
import { DAYS_OFF } from './days-off.ts'

/** Open minutes of one weekday, as spans of minutes after midnight WIT. */
type Spans = readonly (readonly [from: number, to: number])[]

const MON_TO_THU: Spans = [
  [450, 720],
  [780, 960],
] // 07.30–12.00, 13.00–16.00
const FRIDAY: Spans = [
  [450, 690],
  [780, 990],
] // 07.30–11.30, 13.00–16.30

/** A working day nets 7 h 30, on Fridays too. */
export const WORKING_DAY_MINUTES = 450

const FIRST_DAY = toDayNumber('2025-01-01')
const LAST_DAY = toDayNumber('2030-12-31')
const OFF = new Set(DAYS_OFF.map((day) => toDayNumber(day.on)))

function spansOf(dayNumber: number): Spans {
  const weekday = (dayNumber + 4) % 7 // 1970-01-01 was a Thursday; 0 is Sunday
  if (weekday === 0 || weekday === 6 || OFF.has(dayNumber)) return []
  return weekday === 5 ? FRIDAY : MON_TO_THU
}

/** Open minutes before each day: two look-ups answer what a walk through the days would. */
const BEFORE = new Int32Array(LAST_DAY - FIRST_DAY + 2)
for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
  BEFORE[day - FIRST_DAY + 1] =
    (BEFORE[day - FIRST_DAY] ?? 0) + (spansOf(day).length > 0 ? WORKING_DAY_MINUTES : 0)
}

/** Working minutes from the start of the calendar to an instant, with parts of a minute. */
function openMinutesUntil(at: Instant): number {
  const local = at + WIT_OFFSET_MS
  const day = Math.min(Math.max(Math.floor(local / DAY_MS), FIRST_DAY), LAST_DAY)
  const minute = (local - day * DAY_MS) / MINUTE_MS
  let open = BEFORE[day - FIRST_DAY] ?? 0
  for (const [from, to] of spansOf(day)) open += Math.min(Math.max(minute - from, 0), to - from)
  return open
}

/** Working minutes of the Dinas between two instants; negative when `to` is earlier. @law Perpres 21/2023 */
export function workingMinutesBetween(from: Instant, to: Instant): number {
  return openMinutesUntil(to) - openMinutesUntil(from)
}

/**
 * The instant at which `minutes` working minutes have passed since `from`. What comes in outside working hours counts
 * from the next opening; a limit that is reached at closing time is that closing time. Friday 15.59 + 2 h is Monday.
 */
export function addWorkingMinutes(from: Instant, minutes: number): Instant {
  const goal = openMinutesUntil(from) + minutes
  let low = 0
  let high = LAST_DAY - FIRST_DAY
  while (low < high) {
    const middle = (low + high) >> 1
    if ((BEFORE[middle + 1] ?? 0) >= goal) high = middle
    else low = middle + 1
  }
  let rest = goal - (BEFORE[low] ?? 0)
  const midnight = (FIRST_DAY + low) * DAY_MS - WIT_OFFSET_MS
  for (const [start, end] of spansOf(FIRST_DAY + low)) {
    if (rest <= end - start) return midnight + Math.round((start + rest) * MINUTE_MS)
    rest -= end - start
  }
  return midnight + DAY_MS
}

/** Is this calendar day a working day of the Dinas? */
export function isWorkingDay(date: LocalDate): boolean {
  return spansOf(toDayNumber(date)).length > 0
}
