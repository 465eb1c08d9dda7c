import type { Instant } from '#domain/shared/instant.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { leaseOf } from '#domain/case/lease.ts'
import { STAGE } from '#domain/case/stage.ts'
import { stageStandardMinutes } from './stage-standard.ts'
import { addWorkingMinutes, workingMinutesBetween } from './working-hours.ts'

/** How a case stands against the standard of its stage, in the words of the list. `none`: no clock to show. */
export type StageState = 'lewat' | 'segera' | 'aman' | 'jeda' | 'tahan' | 'terbit' | 'none'

/** The moments that decide it, so that a clock need only be compared with them. */
export type StageTime = {
  readonly kind: 'runs' | 'jeda' | 'tahan' | 'terbit' | 'none'
  readonly startAt: Instant
  readonly standardMinutes: number
  /** Half of the time (E0, while nobody has taken it), four fifths (E1), all of it (E2). */
  readonly halfAt: Instant
  readonly soonAt: Instant
  readonly dueAt: Instant
  /** Waits to be taken: then half of the time is already a warning. */
  readonly waits: boolean
}

/**
 * The age of a case in its present stage against the standard of that stage. It is not yet the honest clock: time
 * before a return or a hold in the same stage is not carried over.
 */
export function stageTimeOf(row: QueueRow): StageTime {
  const startAt =
    row.stage === 'NEGERI_REVIEW' && row.returnCount === 0 && row.submittedAt !== null
      ? row.submittedAt
      : row.stageAt
  const kind = kindOf(row)
  const standardMinutes = stageStandardMinutes(row.service, row.birthLate, row.stage) ?? 0
  if (kind !== 'runs')
    return {
      kind,
      startAt,
      standardMinutes,
      halfAt: Infinity,
      soonAt: Infinity,
      dueAt: Infinity,
      waits: false,
    }
  return {
    kind,
    startAt,
    standardMinutes,
    halfAt: addWorkingMinutes(startAt, standardMinutes / 2),
    soonAt: addWorkingMinutes(startAt, standardMinutes * 0.8),
    dueAt: addWorkingMinutes(startAt, standardMinutes),
    waits: row.stage === 'SUBMITTED' || row.stage === 'FORWARDED',
  }
}

function kindOf(row: QueueRow): StageTime['kind'] {
  if (row.stage === 'ON_HOLD') return 'tahan'
  if (row.stage === 'ISSUED' || row.stage === 'DELIVERED' || row.stage === 'CLOSED') return 'terbit'
  if (STAGE[row.stage].promiseClock === 'paused') return 'jeda'
  return stageStandardMinutes(row.service, row.birthLate, row.stage) === undefined ? 'none' : 'runs'
}

/** What the chip says at this moment. */
export function stageStateAt(time: StageTime, row: QueueRow, now: Instant): StageState {
  if (time.kind !== 'runs') return time.kind
  if (now >= time.dueAt) return 'lewat'
  if (now >= time.soonAt || (time.waits && now >= time.halfAt && leaseOf(row, now) === null)) return 'segera'
  return 'aman'
}

/** Working minutes left in this stage; negative once it is late. */
export function minutesLeft(time: StageTime, now: Instant): number {
  return Math.ceil(time.standardMinutes - workingMinutesBetween(time.startAt, now))
}
