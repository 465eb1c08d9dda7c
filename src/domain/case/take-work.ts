import type { Actor } from '#domain/access/actor.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseCommand, CommandOf } from './command.ts'
import { waitingProposal } from './commands/decline-work.ts'
import { decideOwn } from './decide-own.ts'
import type { Facts } from './facts.ts'
import { mayDo } from './may-do.ts'
import type { Answer } from './rule.ts'

/**
 * The holder takes over what a colleague did too late: the act is judged on the case as it is now and as the holder's
 * own, by the same rules, so that it can neither overwrite nor do what the holder may not. Both names stay on record.
 */
export function decideTakeWork(
  caseFile: CaseFile,
  { proposalId }: CommandOf<'takeWork'>,
  actor: Actor,
  facts: Facts,
): Answer {
  const proposal = waitingProposal(caseFile, proposalId)
  if (proposal === undefined) return refuse({ why: 'nothing-changes' })
  const { work, by } = proposal
  const refusal = mayDo(caseFile, work.type, actor, facts)
  if (refusal !== undefined) return refuse(refusal)
  const answer = decideOwn(caseFile, work, actor, facts)
  return answer.ok ? accept({ type: 'WorkTaken', proposalId, of: by }, ...answer.events) : answer
}

/** The act that is really done: of a taken proposal the one inside it. What it names must be looked up. */
export function workOf(command: CaseCommand, before: CaseFile | undefined): CaseCommand {
  if (command.type !== 'takeWork') return command
  return before?.proposals?.find((one) => one.id === command.proposalId)?.work ?? command
}
