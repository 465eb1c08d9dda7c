import { localDateInWit } from '#domain/shared/local-date.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide, May } from '../rule.ts'

/** Whoever validated the draft may not approve it as the head's delegate too. */
export const mayApproveLate: May = (caseFile, actor) =>
  caseFile.validatedBy?.id === actor.id ? { why: 'same-person', did: 'validation' } : undefined

/**
 * T21, Setujui lahir terlambat: the head's decision, by number and date, before a late birth is recorded.
 * @law UU 23/2006 jo. UU 24/2013 art. 32
 */
export const decideApproveLate: Decide<'approveLate'> = (
  _caseFile,
  { decisionNumber, decidedOn },
  _actor,
  { now },
) =>
  decidedOn > localDateInWit(now)
    ? refuse({ why: 'date-in-future', field: 'decidedOn' })
    : accept({ type: 'LateApproved', decisionNumber, decidedOn })
