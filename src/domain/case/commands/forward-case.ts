import { accept } from '#domain/shared/decision.ts'
import { refusedByChecklist } from '../checklist.ts'
import { refusedByWaitingPins } from '../pins-gate.ts'
import type { Decide, May } from '../rule.ts'

/** An officer's own or close family's case goes on only by another officer's word. */
export const mayForward: May = (caseFile, actor) => {
  const involved = actor.id === caseFile.submittedBy?.id || actor.id === caseFile.owner.id
  if (caseFile.flags.conflictOfInterest && involved) return { why: 'same-person', did: 'submission' }
  return refusedByWaitingPins(caseFile) ?? refusedByChecklist(caseFile)
}

/** T06, Teruskan: complete by the negeri's word, each line of the checklist in order. The Dinas looks afresh. */
export const decideForward: Decide<'forward'> = () => accept({ type: 'Forwarded', automatic: false })

/** T05: the system sends on what no negeri looks at, because its review is switched off or overdue. */
export const decideAutoForward: Decide<'autoForward'> = (_caseFile, { reason }) =>
  accept({ type: 'Forwarded', automatic: true, reason })
