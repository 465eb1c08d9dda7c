import { accept, refuse } from '#domain/shared/decision.ts'
import { holderNow, leaseEnd } from '../lease.ts'
import type { Decide } from '../rule.ts'
import { workersAt } from '../transition.ts'

/**
 * T32, Alihkan: a supervisor breaks the lease and gives the case to a colleague who may work in its stage, or to
 * nobody in particular. The former and the new holder are both told.
 */
export const decideReassign: Decide<'reassign'> = (caseFile, { toPersonId, reason }, _actor, facts) => {
  if (toPersonId === undefined) {
    return caseFile.holder === undefined
      ? refuse({ why: 'nothing-changes' })
      : accept({ type: 'Reassigned', reason })
  }
  const { person } = facts
  const fits =
    person?.id === toPersonId && workersAt(caseFile.held?.from ?? caseFile.stage).includes(person.role)
  if (!fits) return refuse({ why: 'unknown-person' })
  if (holderNow(caseFile, facts.now)?.id === person.id) return refuse({ why: 'nothing-changes' })
  return accept({ type: 'Reassigned', to: person, reason, until: leaseEnd(facts) })
}
