import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { CaseFile, Visit } from '#domain/case/case-file.ts'
import { isLateBirth } from '#domain/case/row-of.ts'

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
  const { service, kind, negeri, capturedAt } = file
  return { service, kind, birthLate: isLateBirth(file), negeri, capturedAt, visits: visitsOf(file) }
}

/** A case from before paths were kept has its submission and its present stage. */
function visitsOf({ submittedAt, path, stage, stageAt }: CaseFile): readonly Visit[] {
  if (submittedAt === undefined) return []
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- sealed before the field was
  if (path !== undefined && path.length > 0) return path
  const begun: Visit = { stage: 'SUBMITTED', at: submittedAt }
  return stage === 'SUBMITTED' ? [begun] : [begun, { stage, at: stageAt }]
}
