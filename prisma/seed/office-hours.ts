import { DAY_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { WIT_OFFSET_MS } from '#domain/shared/local-date.ts'

type Span = readonly [from: number, to: number]

/** Minutes of a day in WIT, Perpres 21/2023 with the breaks of the usual office. Holidays are left to the calendar. */
const WEEKDAY: readonly Span[] = [
  [450, 720],
  [780, 960],
]
const FRIDAY: readonly Span[] = [
  [450, 690],
  [780, 990],
]

const witDay = (at: Instant): number => Math.floor((at + WIT_OFFSET_MS) / DAY_MS)

function spansOf(day: number): readonly Span[] {
  const weekday = (day + 4) % 7 // 1970-01-01 was a Thursday
  return weekday === 0 || weekday === 6 ? [] : weekday === 5 ? FRIDAY : WEEKDAY
}

/** The instant after `minutes` of open office, starting at `at`; at least the next moment when the office is open. */
export function addOfficeMinutes(at: Instant, minutes: number): Instant {
  let left = minutes * MINUTE_MS
  for (let day = witDay(at); ; day += 1) {
    const midnight = day * DAY_MS - WIT_OFFSET_MS
    for (const [from, to] of spansOf(day)) {
      const start = Math.max(at, midnight + from * MINUTE_MS)
      const open = midnight + to * MINUTE_MS - start
      if (open <= 0) continue
      if (left < open) return start + left
      left -= open
    }
  }
}

/** How many minutes the office is open between two instants. */
export function officeMinutesBetween(from: Instant, to: Instant): number {
  let sum = 0
  for (let day = witDay(from); day <= witDay(to); day += 1) {
    const midnight = day * DAY_MS - WIT_OFFSET_MS
    for (const [opens, closes] of spansOf(day)) {
      const open = Math.min(to, midnight + closes * MINUTE_MS) - Math.max(from, midnight + opens * MINUTE_MS)
      sum += Math.max(0, open)
    }
  }
  return sum / MINUTE_MS
}
