import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { leaseOf } from './lease.ts'
import type { QueueRow } from './queue-row.ts'
import { FLAG } from './queue-row.ts'
import type { Stage } from './stage.ts'

/** Where each role has the next step, by the workflow's own table; a test holds the two together. */
export const NEXT_STEP: { readonly [role in Role | 'SYSTEM']: readonly Stage[] } = {
  CITIZEN: ['DRAFT', 'RETURNED_APPLICANT', 'DELIVERED'],
  NEGERI_OFFICER: [
    'DRAFT',
    'SUBMITTED',
    'NEGERI_REVIEW',
    'RETURNED_APPLICANT',
    'RETURNED_NEGERI',
    'ISSUED',
    'DELIVERED',
  ],
  OPERATOR: ['FORWARDED', 'VERIFICATION', 'SIAK_ENTRY', 'AWAITING_TTE', 'CORRECTION'],
  VERIFIER: ['VALIDATION'],
  SUPERVISOR: ['ON_HOLD'],
  HEAD: ['HEAD_APPROVAL', 'AWAITING_TTE'],
  LEADERSHIP: [],
  ADMIN: [],
  SYSTEM: [],
}

const nextStep = Object.fromEntries(
  Object.entries(NEXT_STEP).map(([role, stages]) => [role, new Set(stages)]),
) as unknown as {
  readonly [role in Role | 'SYSTEM']: ReadonlySet<Stage>
}

/** Is the next step mine to do: my role's stage, and nobody else is at it? A proposed rejection waits for a second person. */
export function needsMe(row: QueueRow, actor: Actor, now: Instant): boolean {
  const confirms = actor.role === 'VERIFIER' || actor.role === 'SUPERVISOR'
  if (confirms && (row.flags & FLAG.rejectionProposed) !== 0) return true
  if (!nextStep[actor.role].has(row.stage)) return false
  const holder = leaseOf(row, now)
  return holder === null || holder.id === actor.id
}

/** Where each role takes cases before working on them: the table's own answer, which a test holds together with it. */
export const TAKES_AT: { readonly [role in Role | 'SYSTEM']?: readonly Stage[] } = {
  NEGERI_OFFICER: ['SUBMITTED', 'NEGERI_REVIEW', 'RETURNED_NEGERI', 'ISSUED', 'DELIVERED'],
  OPERATOR: ['FORWARDED', 'VERIFICATION', 'SIAK_ENTRY', 'AWAITING_TTE', 'CORRECTION'],
  VERIFIER: ['VALIDATION'],
  HEAD: ['HEAD_APPROVAL', 'AWAITING_TTE'],
}

/** Is it free, and at a stage where my role may take it? The server's rule has the last word. */
export function mayTake(row: QueueRow, actor: Actor, now: Instant): boolean {
  return (TAKES_AT[actor.role]?.includes(row.stage) ?? false) && leaseOf(row, now) === null
}

/** Do I hold it? A lapsed lease of mine still counts while nobody else took the case. */
export function isMine(row: QueueRow, actor: Actor): boolean {
  return row.holder?.id === actor.id
}
