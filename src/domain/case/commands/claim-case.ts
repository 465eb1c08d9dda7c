import { accept } from '#domain/shared/decision.ts'
import type { Stage } from '../stage.ts'
import { holderNow, leaseEnd } from '../lease.ts'
import type { Decide, May } from '../rule.ts'

/** Waiting rooms, and the desk that taking a case from them leads to (T04, T10). */
const DESK_BEHIND: { readonly [waiting in Stage]?: Stage } = {
  SUBMITTED: 'NEGERI_REVIEW',
  FORWARDED: 'VERIFICATION',
}

export const mayClaim: May = (caseFile, actor, facts) => {
  const mine = holderNow(caseFile, facts.now)?.id === actor.id
  return mine && DESK_BEHIND[caseFile.stage] === undefined ? { why: 'nothing-changes' } : undefined
}

/** Ambil: the exclusive right to work on the case, for the length of a lease. Of two at once exactly one wins. */
export const decideClaim: Decide<'claim'> = (caseFile, _command, actor, facts) => {
  const { holder } = caseFile
  // A lease that ran out: who it is taken over from stays on record, and they are told.
  const after =
    holder === undefined || holder.id === actor.id
      ? {}
      : { after: { person: { id: holder.id, name: holder.name, role: holder.role }, until: holder.until } }
  const stage = DESK_BEHIND[caseFile.stage] ?? caseFile.stage
  return accept({ type: 'Claimed', stage, until: leaseEnd(facts), ...after })
}
