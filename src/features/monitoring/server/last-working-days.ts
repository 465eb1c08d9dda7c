import { fromDayNumber } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { closingOf, dayOf } from '#domain/sla/working-time.ts'

const FARTHEST = 60

/** The last working days of the Dinas up to today, oldest first; today is among them while it is one. */
export function lastWorkingDays(
  clockwork: Clockwork,
  areas: readonly RegionCode[],
  now: Instant,
  count: number,
): readonly string[] {
  const calendar = clockwork.calendarOf((areas[0] ?? '').slice(0, 5))
  const found: string[] = []
  for (let day = dayOf(now); found.length < count && day > dayOf(now) - FARTHEST; day -= 1)
    if (closingOf(calendar, day) !== undefined) found.unshift(fromDayNumber(day))
  return found
}
