import { accept, refuse } from '#domain/shared/decision.ts'
import { refusedByOwner } from '../draft-side.ts'
import type { Decide, May } from '../rule.ts'

export const maySettleConflict: May = (caseFile, actor) =>
  refusedByOwner(caseFile, actor) ??
  (caseFile.conflicts.length === 0 ? { why: 'nothing-changes' } : undefined)

/** A person picks: the answer that stands, the one that was proposed beside it, or a third. */
export const decideSettleConflict: Decide<'settleConflict'> = (caseFile, { field, value }) =>
  caseFile.conflicts.some((conflict) => conflict.field === field)
    ? accept({ type: 'ConflictSettled', field, value })
    : refuse({ why: 'nothing-changes' })
