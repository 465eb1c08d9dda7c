import type { Instant } from '#domain/shared/instant.ts'

/** The one place that asks the machine what time it is; rules receive the answer. */
export function systemClock(): Instant {
  return Date.now()
}
