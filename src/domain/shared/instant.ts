import * as z from 'zod/mini'

/** The last moment that calendars and PostgreSQL write with four digits of a year. */
const LAST = 253_402_300_799_999
/** A moment, in whole milliseconds since 1970-01-01T00:00Z. Rules receive it; they never ask a clock. */
export const Instant = z.number().check(z.int(), z.nonnegative(), z.lte(LAST))
export type Instant = z.infer<typeof Instant>

export { DAY_MS, HOUR_MS, MINUTE_MS } from './milliseconds.ts' // there without the schema, for lists in a browser
