import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Stage } from '#domain/case/stage.ts'

/** An office by its region: the Dinas of a kabupaten (`81.01`) or one negeri (`81.01.12.2001`). `*` is everywhere. */
export type OfficeId = RegionCode

/** Open from the first to the second minute after midnight WIT: `[450, 720]` is 07.30 to 12.00. In order, apart. */
export type OpenSpan = readonly [from: number, to: number]
/** Sunday first. An empty day is closed. */
export type Week = readonly [
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
]

/**
 * Hours of an office in a period (`to` included; null: until further notice). Of several that hold on a day, those of
 * the narrower office win; then a period that ends (Ramadan) before one that does not; then the one that began later.
 */
export type OfficeHours = {
  readonly office: OfficeId
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly name: string
  readonly week: Week
}

export const HOLIDAY_KINDS = ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL', 'SPECIAL'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

/** A day on which the offices within a region are closed. `source`: the decree, as it is cited. */
export type Holiday = {
  readonly office: OfficeId
  readonly on: LocalDate
  readonly name: string
  readonly kind: HolidayKind
  readonly source: string
}

/** An exception that opens a day of the offices within a region, whatever else stands on it. */
export type Opening = {
  readonly office: OfficeId
  readonly on: LocalDate
  readonly spans: readonly OpenSpan[]
  readonly reason: string
}

export const OUTAGE_KINDS = ['SIAK', 'SIGNATURE', 'NETWORK', 'NO_SIGNER'] as const
export type OutageKind = (typeof OUTAGE_KINDS)[number]

/** Something that could not be used, from when to when (null: still), for the cases of a region. Declared once. */
export type Outage = {
  readonly id: string
  readonly kind: OutageKind
  readonly reach: RegionCode
  readonly from: Instant
  readonly to: Instant | null
  readonly reason: string
}

/** What the office promises: so many working days (due at closing time), or so many working minutes. */
export type Promised = { readonly days: number } | { readonly minutes: number }

/** The standard of one service; with `kind` of that kind only, with `birthLate` of late (or timely) births only. */
export type Standard = {
  readonly service: ServiceId
  readonly kind?: string | undefined
  readonly birthLate?: boolean | undefined
  readonly promise: Promised
  /** Calendar days that the law gives. */
  readonly lawDays: number
  /** Working minutes of each stage. A stage that is not here has no limit. `SUBMITTED` speaks for the review too. */
  readonly stages: { readonly [stage in Stage]?: number }
}

/** The service standard of the house from a day on. A case keeps the one that was in force on its submission day. */
export type Policy = {
  readonly version: number
  readonly validFrom: LocalDate
  readonly source: string
  /** The most particular line that fits a case is its standard. */
  readonly standards: readonly Standard[]
}

/** Everything that a clock depends on beside its case: plain data, the same in database, server and browser. */
export type TimeRules = {
  /** Rises with every change of any part. */
  readonly version: number
  readonly hours: readonly OfficeHours[]
  readonly holidays: readonly Holiday[]
  readonly openings: readonly Opening[]
  /** Years whose days off are confirmed; a due day beyond them is an estimate. */
  readonly confirmedYears: readonly number[]
  readonly policies: readonly Policy[]
  readonly outages: readonly Outage[]
}
