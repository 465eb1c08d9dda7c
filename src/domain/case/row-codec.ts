import { SERVICES } from '#domain/shared/services.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { ROLES } from '#domain/access/roles.ts'
import type { QueueRow, RowClock } from './queue-row.ts'
import { STAGES } from './stage.ts'
import { packId, unpackId } from './pack-id.ts'

/**
 * A queue row as it travels: a short tuple, names as indexes, times as milliseconds before its change, so that a
 * thousand rows come through a village's link. Read only by `decodeRow`, which trusts nothing.
 */
export type RowTuple = readonly (string | number | null | readonly (string | number)[])[]

const ACTING = [...ROLES, 'SYSTEM'] as const

/** One position of the tuple: is this what stands there? */
type Holds<T> = (value: unknown) => value is T

/** Some of these numbers are added up, three at most: the sum is still exact. */
const MOST_WHOLE = 2 ** 51

/** A minus zero is not what `encodeRow` writes. */
const isWhole: Holds<number> = (value): value is number =>
  Number.isSafeInteger(value) && Math.abs(value as number) < MOST_WHOLE && !Object.is(value, -0)
const isCount: Holds<number> = (value): value is number => isWhole(value) && value >= 0
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most
const isIndexOf = (list: readonly unknown[], value: unknown): value is number =>
  isCount(value) && value < list.length

const NEGERI = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const LENGTH = 26
/** Raised with every change of the tuple: a page of another format is sent for the new scripts. */
export const ROW_FORMAT = 2

export function encodeRow(row: QueueRow): RowTuple {
  const { holder, changedAt, submittedAt } = row
  return [
    packId(row.id),
    row.version,
    row.seq,
    SERVICES.indexOf(row.service),
    row.kind,
    row.negeri,
    STAGES.indexOf(row.stage),
    row.number,
    row.applicant,
    packId(row.ownerId),
    (row.submitted ? 1 : 0) + (row.birthLate ? 2 : 0),
    holder && [packId(holder.id), holder.name, ACTING.indexOf(holder.role), holder.until - changedAt],
    changedAt,
    changedAt - row.stageAt,
    submittedAt === null ? null : changedAt - submittedAt,
    row.changedBy,
    row.flags,
    row.returnCount,
    row.escalation,
    ...clockCells(row),
  ]
}

/** Seven whole numbers that are nearly always zero: a policy of 0 is no clock, -1 paused days an ended one. */
function clockCells({ clock, stageAt, submittedAt, changedAt }: QueueRow): readonly number[] {
  if (clock === null) return [0, 0, 0, 0, 0, 0, 0]
  return [
    clock.policy,
    clock.roundAt - (submittedAt ?? changedAt),
    stageAt - clock.stageFrom,
    clock.stageUsed,
    clock.promiseFrom - clock.roundAt,
    clock.promiseUsed,
    clock.lawPaused ?? -1,
  ]
}

/**
 * The row that a tuple tells of; undefined when it is not exactly such a tuple. Checked by hand and not by a schema: a
 * screen reads 50,000 of them at once.
 */
export function decodeRow(tuple: unknown): QueueRow | undefined {
  if (!Array.isArray(tuple) || tuple.length !== LENGTH) return undefined
  const [id, version, seq, service, kind, negeri, stage, number, applicant, ownerId, bits, held, ...rest] =
    tuple as unknown[]
  const [changedAt, stageAge, submittedAge, changedBy, flags, returnCount, escalation, ...counted] = rest
  if (
    !isText(id, 40) ||
    !isCount(version) ||
    !isCount(seq) ||
    !isIndexOf(SERVICES, service) ||
    !isText(kind, 200)
  )
    return undefined
  if (
    !isText(negeri, 13) ||
    !NEGERI.test(negeri) ||
    !isIndexOf(STAGES, stage) ||
    !(number === null || isText(number, 40))
  )
    return undefined
  if (!isText(applicant, 200) || !isText(ownerId, 100) || !isCount(bits) || bits > 3) return undefined
  if (
    !isCount(changedAt) ||
    !isCount(stageAge) ||
    !(submittedAge === null || isCount(submittedAge)) ||
    !isText(changedBy, 200)
  )
    return undefined
  if (!isCount(flags) || !isCount(returnCount) || !isCount(escalation)) return undefined
  if (stageAge > changedAt || (submittedAge ?? 0) > changedAt) return undefined
  const caseId = unpackId(id)
  const owner = unpackId(ownerId)
  const holder = held === null ? null : holderOf(held, changedAt)
  if (caseId === undefined || !UUID.test(caseId) || owner === undefined || holder === undefined)
    return undefined
  const clock = clockOf(counted, changedAt - stageAge, changedAt - (submittedAge ?? 0))
  if (clock === undefined) return undefined
  return {
    id: caseId,
    version,
    seq,
    service: SERVICES[service] ?? 'KK',
    kind,
    negeri,
    stage: STAGES[stage] ?? 'DRAFT',
    number,
    applicant,
    ownerId: owner,
    submitted: (bits & 1) === 1,
    holder,
    stageAt: changedAt - stageAge,
    submittedAt: submittedAge === null ? null : changedAt - submittedAge,
    changedAt,
    changedBy,
    clock,
    birthLate: (bits & 2) === 2,
    flags,
    returnCount,
    escalation,
  }
}

function clockOf(cells: readonly unknown[], stageAt: Instant, begunAt: Instant): RowClock | null | undefined {
  if (!cells.every(isWhole)) return undefined
  const [policy = 0, round = 0, stage = 0, stageUsed = 0, promise = 0, promiseUsed = 0, lawPaused = 0] = cells
  if (policy === 0) return cells.every((cell) => cell === 0) ? null : undefined
  if (policy < 0 || stageUsed < 0 || promiseUsed < 0 || lawPaused < -1) return undefined
  const roundAt = begunAt + round
  return {
    policy,
    roundAt,
    stageFrom: stageAt - stage,
    stageUsed,
    promiseFrom: roundAt + promise,
    promiseUsed,
    lawPaused: lawPaused === -1 ? null : lawPaused,
  }
}

function holderOf(tuple: unknown, changedAt: Instant): QueueRow['holder'] | undefined {
  if (!Array.isArray(tuple) || tuple.length !== 4) return undefined
  const [packed, name, role, left] = tuple as unknown[]
  if (!isText(packed, 100) || !isText(name, 200) || !isIndexOf(ACTING, role) || !isWhole(left))
    return undefined
  const id = unpackId(packed)
  return id === undefined ? undefined : { id, name, role: ACTING[role] ?? 'SYSTEM', until: changedAt + left }
}
