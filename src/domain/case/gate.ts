import { maySee } from '#domain/access/may-see.ts'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from './case-file.ts'
import type { CommandType } from './command.ts'
import type { Facts } from './facts.ts'
import type { LeaseNeed } from './transition.ts'
import { everMay, stepFor } from './transition.ts'
import { holderNow, inHandsOf } from './lease.ts'
import type { Refusal } from './refusal.ts'
import { visibleOf } from './visible.ts'

/** Steps that go on while a rejection waits for its second person. */
const DESPITE_REJECTION: ReadonlySet<CommandType> = new Set([
  'confirmRejection',
  'cancel',
  'hold',
  'resume',
  'reassign',
  'handOver',
  'escalate',
  'expire',
])

/**
 * What is asked before any rule of a command's own: may they see it (what is not theirs does not exist), does the
 * table give this step to this role in this stage, is the lease as the step needs it, does a rejection wait.
 */
export function refusedAtTheGate(
  caseFile: CaseFile,
  command: CommandType,
  actor: Actor,
  facts: Facts,
): Refusal | undefined {
  if (!maySee(actor, visibleOf(caseFile))) return { why: 'not-found' }
  if (!everMay(command, actor.role)) return { why: 'not-your-role', command }
  const step = stepFor(command, caseFile.stage, actor.role)
  if (step === undefined) return notHere(caseFile, command)
  const lease = refusedByLease(caseFile, command, step.lease, actor, facts)
  if (lease !== undefined) return lease
  const waits = caseFile.proposedRejection !== undefined && step.moves && !DESPITE_REJECTION.has(command)
  return waits ? { why: 'rejection-pending' } : undefined
}

/** The case is elsewhere by now: which stage, and who brought it there when. */
export function notHere(caseFile: CaseFile, command: CommandType): Refusal {
  return {
    why: 'not-in-stage',
    stage: caseFile.stage,
    command,
    changedBy: caseFile.stageBy,
    changedAt: caseFile.stageAt,
  }
}

function refusedByLease(
  caseFile: CaseFile,
  command: CommandType,
  need: LeaseNeed,
  actor: Actor,
  facts: Facts,
): Refusal | undefined {
  if (need === 'any' || inHandsOf(caseFile, actor)) return undefined
  const holder = holderNow(caseFile, facts.now)
  if (holder !== undefined) return { why: 'held-by-other', holder }
  return need === 'holder' ? { why: 'not-held', command } : undefined
}
