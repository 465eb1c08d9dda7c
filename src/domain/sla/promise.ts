import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Calendar } from './calendar.ts'
import type { Promised } from './time-rules.ts'
import { closingAfter, closingOf, dayOf, nextOpening, workingBetween } from './working-time.ts'

/**
 * When a promise in working days ends, if nothing pauses it: the day of receipt is day 0, due at closing time of day n;
 * what comes outside working hours is received at the next opening.
 */
export function promisedClosing(calendar: Calendar, receivedAt: Instant, days: number): Instant {
  const day = dayOf(nextOpening(calendar, receivedAt))
  return days > 0 ? closingAfter(calendar, day, days) : (closingOf(calendar, day) ?? receivedAt)
}

/**
 * Working milliseconds that a promise gives to a case received at an instant. Counted in the calendar of the Dinas,
 * which gives the promise.
 */
export function promiseBudget(calendar: Calendar, receivedAt: Instant, promised: Promised): number {
  if ('minutes' in promised) return promised.minutes * MINUTE_MS
  return workingBetween(calendar, receivedAt, promisedClosing(calendar, receivedAt, promised.days))
}
