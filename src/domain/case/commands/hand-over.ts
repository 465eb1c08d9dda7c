import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFile } from '../case-file.ts'
import { holderNow, inHandsOf, leaseEnd } from '../lease.ts'
import type { Decide, May } from '../rule.ts'
import { workersAt } from '../transition.ts'

/** Handed over by this person, and the receiver has not touched it yet: then it can be taken back. */
export function canTakeBack(caseFile: CaseFile, actorId: string): boolean {
  const { handedOver, holder, changedAt } = caseFile
  return (
    handedOver !== undefined &&
    handedOver.by.id === actorId &&
    holder?.id === handedOver.to.id &&
    changedAt === handedOver.at
  )
}

export const mayHandOver: May = (caseFile, actor, facts) => {
  if (inHandsOf(caseFile, actor) || canTakeBack(caseFile, actor.id)) return undefined
  const holder = holderNow(caseFile, facts.now)
  return holder ? { why: 'held-by-other', holder } : { why: 'not-held', command: 'handOver' }
}

/**
 * Serahkan: whoever holds the case gives it to a colleague who may work in its stage, with a note that the receiver
 * reads first. Also giving it back, and, while the receiver has done nothing, taking it back.
 */
export const decideHandOver: Decide<'handOver'> = (caseFile, { toPersonId, note }, actor, facts) => {
  const { person } = facts
  const fits = person?.id === toPersonId && workersAt(caseFile.stage).includes(person.role)
  if (!fits) return refuse({ why: 'unknown-person' })
  if (caseFile.holder?.id === person.id) return refuse({ why: 'nothing-changes' })
  if (!inHandsOf(caseFile, actor) && person.id !== actor.id)
    return refuse({ why: 'not-held', command: 'handOver' })
  return accept({ type: 'HandedOver', to: person, note, until: leaseEnd(facts) })
}
