import * as z from 'zod/mini'
import { ServiceId } from '#domain/shared/service-id.ts'
import { LocalDate } from '#domain/shared/local-date.ts'
import { Instant } from '#domain/shared/instant.ts'
import { Uuid } from '#domain/shared/id.ts'
import { STAGES } from '#domain/case/stage.ts'
import { HOLIDAY_KINDS, OUTAGE_KINDS } from '#domain/sla/time-rules.ts'
import type { Stage } from '#domain/case/stage.ts'

const DAY_MINUTES = 1440
const minute = z.number().check(z.int(), z.gte(0), z.lte(DAY_MINUTES))

/** Open spans of a day: in order, apart, each longer than nothing. */
export const SpansInput = z.array(z.tuple([minute, minute])).check(
  z.maxLength(6),
  z.refine((spans) =>
    spans.every(([from, to], at) => from < to && from >= (at === 0 ? 0 : (spans[at - 1]?.[1] ?? 0))),
  ),
)

/** Sunday first. */
export const WeekInput = z.tuple([
  SpansInput,
  SpansInput,
  SpansInput,
  SpansInput,
  SpansInput,
  SpansInput,
  SpansInput,
])

/** `*`, a kabupaten or a negeri: what may have hours and days of its own. */
const Office = z.string().check(z.regex(/^(\*|\d{2}\.\d{2}(\.\d{2}\.\d{4})?)$/))
const Reach = z.string().check(z.regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/))
const words = z.string().check(z.trim(), z.minLength(3), z.maxLength(300))
/** Down to six seconds: nobody works so fast, but whoever tries a standard out need not wait a minute. */
const stageMinutes = z.number().check(z.gte(0), z.lte(60 * 24 * 60), z.multipleOf(0.1))
const minutes = z.number().check(z.int(), z.gte(0), z.lte(60 * 24 * 60))

export const StandardsInput = z
  .array(
    z.strictObject({
      service: ServiceId,
      kind: z.optional(z.string().check(z.maxLength(60))),
      birthLate: z.optional(z.boolean()),
      promise: z.union([
        z.strictObject({ days: z.number().check(z.int(), z.gte(0), z.lte(365)) }),
        z.strictObject({ minutes }),
      ]),
      lawDays: z.number().check(z.int(), z.gte(1), z.lte(365)),
      stages: z.partialRecord(z.enum(STAGES as unknown as [Stage, ...Stage[]]), stageMinutes),
    }),
  )
  .check(z.minLength(1), z.maxLength(60))

export const HoursInput = z.strictObject({
  office: Office,
  from: LocalDate,
  to: z.nullable(LocalDate),
  name: words,
  week: WeekInput,
})
export type HoursInput = z.infer<typeof HoursInput>

export const DayInput = z.strictObject({
  office: Office,
  on: LocalDate,
  kind: z.enum([...HOLIDAY_KINDS, 'OPEN']),
  name: words,
  source: words,
  spans: z.optional(SpansInput),
})
export type DayInput = z.infer<typeof DayInput>

export const PolicyInput = z.strictObject({
  validFrom: LocalDate,
  source: words,
  standards: StandardsInput,
})
export type PolicyInput = z.infer<typeof PolicyInput>

export const OutageInput = z.strictObject({
  kind: z.enum(OUTAGE_KINDS),
  reach: Reach,
  from: Instant,
  to: z.nullable(Instant),
  reason: words,
})
export type OutageInput = z.infer<typeof OutageInput>

/** The version that the screen knew: someone else's correction is not overwritten unseen. */
export const OutageChange = z.strictObject({
  id: Uuid,
  seenVersion: z.number().check(z.int(), z.gte(1)),
  ...OutageInput.shape,
  withdrawn: z.boolean(),
})
export type OutageChange = z.infer<typeof OutageChange>

export const Year = z.number().check(z.int(), z.gte(2020), z.lte(2040))
