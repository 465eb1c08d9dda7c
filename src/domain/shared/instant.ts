import * as z from 'zod/mini'

/** A moment, in whole milliseconds since 1970-01-01T00:00Z. Rules receive it; they never ask a clock. */
export const Instant = z.number().check(z.int(), z.nonnegative())
export type Instant = z.infer<typeof Instant>

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
