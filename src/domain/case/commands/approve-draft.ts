import { accept } from '#domain/shared/decision.ts'
import { refusedByPins } from '../pins-gate.ts'
import type { Decide, May } from '../rule.ts'

/** Whoever keyed the entry may not validate it, and nobody while a pin says that a paper is wrong. */
export const mayApprove: May = (caseFile, actor) =>
  caseFile.siak?.enteredBy.id === actor.id
    ? { why: 'same-person', did: 'siak-entry' }
    : refusedByPins(caseFile)

/** T19 and T20, Setujui: the draft equals the papers. A late birth always goes to the head first, however old. */
export const decideApprove: Decide<'approve'> = (caseFile) =>
  accept({ type: 'Approved', stage: caseFile.birthTiming === 'LATE' ? 'HEAD_APPROVAL' : 'AWAITING_TTE' })
