import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS } from '#domain/shared/instant.ts'

const HOUR_MS = 3_600_000
/** Waktu Indonesia Timur. */
const WIT_MS = 9 * HOUR_MS

export type HoldTime = { readonly name: 'hour' | 'tonight' | 'tomorrow'; readonly at: Instant }

/** Other times that a person may move an item to: in an hour, tonight at 20.00, tomorrow at 06.00. */
export function holdTimes(now: Instant): readonly HoldTime[] {
  const midnight = Math.floor((now + WIT_MS) / DAY_MS) * DAY_MS - WIT_MS
  const tonight = midnight + 20 * HOUR_MS
  return [
    { name: 'hour', at: now + HOUR_MS },
    ...(tonight > now + HOUR_MS ? [{ name: 'tonight', at: tonight } as const] : []),
    { name: 'tomorrow', at: midnight + DAY_MS + 6 * HOUR_MS },
  ]
}
