import { accept } from '#domain/shared/decision.ts'
import type { Decide, May } from '../rule.ts'

export const mayConfirmRejection: May = ({ proposedRejection }, actor) => {
  if (proposedRejection === undefined) return { why: 'no-rejection-pending' }
  return proposedRejection.by.id === actor.id ? { why: 'same-person', did: 'rejection' } : undefined
}

/** T29, Tolak: the second person agrees, and the case ends with the reason, the ground and the way to complain. */
export const decideConfirmRejection: Decide<'confirmRejection'> = () => accept({ type: 'Rejected' })
