import * as z from 'zod/mini'
import { isCalendarDay } from './calendar.ts'

/** A calendar day without a clock, `YYYY-MM-DD`: births, reports, decisions, holidays. */
export const LocalDate = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => isCalendarDay(text), 'not a calendar day'),
)
export type LocalDate = z.infer<typeof LocalDate>

export { WIT_OFFSET_MS, addDays, isCalendarDay, localDateInWit, toDayNumber } from './calendar.ts' // there without the schema, for lists in a browser
