import type { Instant } from '#domain/shared/instant.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Role } from '#domain/access/role.ts'
import type { Person } from './person.ts'
import type { CommandOf, CommandType } from './command.ts'
import { COMMAND } from './command.ts'
import { everMay } from './transition.ts'

/**
 * Acts whose words or marks are somebody's work, so that they are worth keeping when they came too late. Not among
 * them: taking and letting go, what only a clock or a supervisor does, and a paper, which stays with its device.
 */
export const LATE_WORK = [
  'edit',
  'settleConflict',
  'setFlags',
  'removePaper',
  'checkItem',
  'forward',
  'returnToApplicant',
  'returnToNegeri',
  'resubmit',
  'repair',
  'passOn',
  'accept',
  'proposeDraft',
  'sendBack',
  'approve',
  'approveLate',
  'refuseLate',
  'recordSigned',
  'refuseSign',
  'deliver',
  'confirm',
] as const satisfies readonly CommandType[]

export type LateWorkType = (typeof LATE_WORK)[number]
export type LateWork = { [T in LateWorkType]: CommandOf<T> }[LateWorkType]

/** An act that came too late for its author, until whoever holds the case takes it over or declines it. Never removed. */
export type Proposal = {
  readonly id: Uuid
  readonly work: LateWork
  readonly by: Person
  /** When it was written, by the clock of its author's device, if that is known; and when it came. */
  readonly writtenAt?: Instant
  readonly at: Instant
  readonly settled?: {
    readonly taken: boolean
    readonly by: Person
    readonly at: Instant
    readonly reason?: string
  }
}

/** Of all and of one person, that wait to be settled; and the characters of one, more than any whole form has. */
export const MOST_PROPOSALS = 20
export const MOST_PROPOSALS_OF_ONE = 5
export const LONGEST_PROPOSAL = 32_000

export function isLateWork(type: string): type is LateWorkType {
  return (LATE_WORK as readonly string[]).includes(type)
}

/** The act inside a proposal, if it is one that this role ever does; strictly as if it had come by itself. */
export function lateWorkIn(raw: { readonly type: string }, role: Role | 'SYSTEM'): LateWork | undefined {
  if (!isLateWork(raw.type) || !everMay(raw.type, role)) return undefined
  const read = COMMAND[raw.type].safeParse(raw)
  return read.success ? read.data : undefined
}
