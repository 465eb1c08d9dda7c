import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Role } from '#domain/access/role.ts'
import type { Stage } from './stage.ts'

/**
 * What a row carries of its clocks, so that whoever knows the house's hours counts on from there. `stage` and `promise`
 * have used so many milliseconds of working time at an instant; from there on they count, unless the stage says that
 * they stand still. In a case that nothing has paused, all but `policy` is zero or the submission.
 */
export type RowClock = {
  /** Version of the standard that the case keeps. */
  readonly policy: number
  /** When this round began: the submission, or the report of an error in an issued document. */
  readonly roundAt: Instant
  readonly stageFrom: Instant
  readonly stageUsed: number
  readonly promiseFrom: Instant
  readonly promiseUsed: number
  /** Midnights that passed while the case lay with whoever repairs it; null once the document is issued or the case ended. */
  readonly lawPaused: number | null
}

/**
 * What the list shows of a case, and all that a push may carry: never a NIK, a No. KK, a birth date or a file name.
 * `version` orders two rows of one case; `seq` is the queue's number of its latest change.
 */
export type QueueRow = {
  readonly id: Uuid
  readonly version: number
  readonly seq: number
  readonly service: ServiceId
  readonly kind: string
  readonly negeri: RegionCode
  readonly stage: Stage
  readonly number: string | null
  readonly applicant: string
  readonly ownerId: string
  readonly submitted: boolean
  /** Who holds it and until when; a lease that ran out is shown as free by whoever reads the clock. */
  readonly holder: {
    readonly id: string
    readonly name: string
    readonly role: Role | 'SYSTEM'
    readonly until: Instant
  } | null
  readonly stageAt: Instant
  readonly submittedAt: Instant | null
  readonly changedAt: Instant
  readonly changedBy: string
  /** Null while it is a draft. */
  readonly clock: RowClock | null
  readonly birthLate: boolean
  readonly flags: number
  readonly returnCount: number
  readonly escalation: number
}

/** Bits of `QueueRow.flags`. */
export const FLAG = {
  conflictOfInterest: 1,
  vulnerable: 2,
  urgent: 4,
  repaired: 8,
  rejectionProposed: 16,
  correction: 32,
} as const
