import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFile } from '../case-file.ts'
import type { Proposal } from '../late-work.ts'
import type { Decide, May } from '../rule.ts'

/** The proposal that waits under this id. A settled one is none: of two who settle it, one was faster. */
export function waitingProposal(caseFile: CaseFile, id: string): Proposal | undefined {
  return caseFile.proposals?.find((one) => one.id === id && one.settled === undefined)
}

export const maySettleWork: May = (caseFile) =>
  caseFile.proposals?.some((one) => one.settled === undefined) ? undefined : { why: 'nothing-changes' }

/** A proposal is declined with a reason that its author reads. It stays on record, whole. */
export const decideDeclineWork: Decide<'declineWork'> = (caseFile, { proposalId, reason }) => {
  const proposal = waitingProposal(caseFile, proposalId)
  if (proposal === undefined) return refuse({ why: 'nothing-changes' })
  return accept({ type: 'WorkDeclined', proposalId, of: proposal.by, reason })
}
