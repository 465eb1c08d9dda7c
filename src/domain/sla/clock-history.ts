import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { CaseFile, Visit } from '#domain/case/case-file.ts'
import { rowOf } from '#domain/case/row-of.ts'

/** What of a case its clocks are counted from: which service, whose place, and when it entered which stage. */
export type ClockHistory = {
  readonly service: ServiceId
  readonly kind: string
  readonly birthLate: boolean
  readonly negeri: RegionCode
  /** When it was finished at the house of the applicant, by the device's clock; never later than its arrival. */
  readonly capturedAt: Instant | undefined
  /** Stages in the order they were entered, from the submission on. Empty: not submitted, no clock has begun. */
  readonly visits: readonly Visit[]
}

/** The history of a case as it stands. */
export function clockHistoryOf(file: CaseFile): ClockHistory {
  const { service, kind, negeri, submittedAt, path } = file
  const known = submittedAt === undefined ? [] : path
  return {
    service,
    kind,
    birthLate: rowOf(file, 0).birthLate,
    negeri,
    capturedAt: file.capturedAt,
    visits: known,
  }
}
