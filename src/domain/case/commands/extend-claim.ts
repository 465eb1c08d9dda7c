import { accept, refuse } from '#domain/shared/decision.ts'
import { leaseEnd } from '../lease.ts'
import type { Decide } from '../rule.ts'

/** The holder is still at it: the lease starts anew from now. */
export const decideExtendClaim: Decide<'extendClaim'> = (caseFile, _command, _actor, facts) => {
  const until = leaseEnd(facts)
  return caseFile.holder !== undefined && until > caseFile.holder.until
    ? accept({ type: 'ClaimExtended', until })
    : refuse({ why: 'nothing-changes' })
}
