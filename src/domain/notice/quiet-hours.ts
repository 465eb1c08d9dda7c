import { WIT_OFFSET_MS } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Calendar } from '#domain/sla/calendar.ts'
import { dayOf, nextOpening, startOfDay } from '#domain/sla/working-time.ts'

/** When nothing is sent: outside the hours of the person's own office, between two minutes of the day (WIT), or never. */
export type Quiet =
  | { readonly kind: 'office' }
  | { readonly kind: 'own'; readonly from: number; readonly to: number }
  | { readonly kind: 'none' }

/**
 * The instant itself when something may be sent then, else the first one at which it may. Office hours know of holidays
 * and of days that an exception opens; hours of one's own may go past midnight, and are the same on every day.
 */
export function nextLoud(quiet: Quiet, office: Calendar, at: Instant): Instant {
  if (quiet.kind === 'none') return at
  if (quiet.kind === 'office') return nextOpening(office, at)
  const { from, to } = quiet
  const midnight = startOfDay(dayOf(at))
  const minute = Math.floor((at - midnight) / MINUTE_MS)
  const overnight = from > to
  const silent = overnight ? minute >= from || minute < to : minute >= from && minute < to
  if (!silent) return at
  return midnight + to * MINUTE_MS + (overnight && minute >= from ? DAY_MS : 0)
}

/** The next time that the clock shows this minute of the day in WIT; now counts. */
export function nextAtMinute(minute: number, now: Instant): Instant {
  const today = startOfDay(Math.floor((now + WIT_OFFSET_MS) / DAY_MS)) + minute * MINUTE_MS
  return today >= now ? today : today + DAY_MS
}

/** What happens together is told together. */
const GATHER_MS = MINUTE_MS

/** When mail about something that happens now may go out: soon, or with the day's; in either case not while it is quiet. */
export function mailDueAt(
  { quiet, mailAt }: { readonly quiet: Quiet; readonly mailAt: number | null },
  office: Calendar,
  now: Instant,
): Instant {
  return nextLoud(quiet, office, mailAt === null ? now + GATHER_MS : nextAtMinute(mailAt, now))
}
