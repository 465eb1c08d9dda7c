import { accept, refuse } from '#domain/shared/decision.ts'
import { REASON } from '../reason.ts'
import type { Decide, May } from '../rule.ts'

export const mayReject: May = (caseFile) =>
  caseFile.proposedRejection === undefined ? undefined : { why: 'rejection-pending' }

/**
 * Tolak, the first half of T29: one person proposes it with a final reason, the legal ground and the way to
 * complain. Nothing ends before another person confirms. `FALSE_DATA` is a supervisor's word.
 */
export const decideReject: Decide<'reject'> = (caseFile, { code, ground, route }, actor) => {
  if (!REASON[code].services.includes(caseFile.service)) return refuse({ why: 'reason-not-for-service' })
  if (!REASON[code].final) return refuse({ why: 'reason-not-final' })
  if (code === 'FALSE_DATA' && actor.role !== 'SUPERVISOR') return refuse({ why: 'supervisor-only' })
  return accept({ type: 'RejectionProposed', code, ground, route })
}
