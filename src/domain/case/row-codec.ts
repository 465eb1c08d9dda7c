import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'
import { NegeriCode } from '#domain/shared/region-code.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import { ROLES } from '#domain/access/role.ts'
import type { QueueRow } from './queue-row.ts'
import { STAGES } from './stage.ts'
import { packId, unpackId } from './pack-id.ts'

/**
 * A queue row as it travels: a short tuple, names as indexes, times as milliseconds before its change, so that a
 * thousand rows come through a village's link. Read only by `decodeRow`, which trusts nothing.
 */
export type RowTuple = readonly (string | number | null | readonly (string | number)[])[]

const ACTING = [...ROLES, 'SYSTEM'] as const

const count = z.number().check(z.int(), z.nonnegative(), z.lte(Number.MAX_SAFE_INTEGER))
const index = (length: number) => z.number().check(z.int(), z.gte(0), z.lt(length))
const text = (most: number) => z.string().check(z.maxLength(most))

const HolderTuple = z.tuple([text(100), text(200), index(ACTING.length), z.number().check(z.int())])

const Tuple = z.tuple([
  text(40), // id
  count, // version
  count, // seq
  index(SERVICES.length),
  text(200), // kind
  NegeriCode,
  index(STAGES.length),
  z.nullable(text(40)), // number
  text(200), // applicant
  text(100), // ownerId
  index(4), // bits: submitted, birthLate
  z.nullable(HolderTuple), // until: ms after the change
  Instant, // changedAt
  count, // stageAt: ms before the change
  z.nullable(count), // submittedAt: ms before the change
  text(200), // changedBy
  count, // flags
  count, // returnCount
  count, // escalation
])

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
  ]
}

/** The row that a tuple tells of; undefined when it is not exactly such a tuple. */
export function decodeRow(tuple: unknown): QueueRow | undefined {
  const parsed = Tuple.safeParse(tuple)
  if (!parsed.success) return undefined
  const [id, version, seq, service, kind, negeri, stage, number, applicant, ownerId, bits, holder, ...rest] =
    parsed.data
  const [changedAt, stageAge, submittedAge, changedBy, flags, returnCount, escalation] = rest
  const caseId = unpackId(id)
  if (caseId === undefined || !Uuid.safeParse(caseId).success) return undefined
  const owner = unpackId(ownerId)
  const held = holder === null ? null : holderOf(holder, changedAt)
  if (owner === undefined || held === undefined) return undefined
  if (stageAge > changedAt || (submittedAge ?? 0) > changedAt) return undefined
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
    holder: held,
    stageAt: changedAt - stageAge,
    submittedAt: submittedAge === null ? null : changedAt - submittedAge,
    changedAt,
    changedBy,
    birthLate: (bits & 2) === 2,
    flags,
    returnCount,
    escalation,
  }
}

function holderOf(tuple: z.infer<typeof HolderTuple>, changedAt: Instant): QueueRow['holder'] | undefined {
  const [packed, name, role, left] = tuple
  const id = unpackId(packed)
  return id === undefined ? undefined : { id, name, role: ACTING[role] ?? 'SYSTEM', until: changedAt + left }
}
