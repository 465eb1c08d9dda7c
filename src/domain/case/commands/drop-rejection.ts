import { accept } from '#domain/shared/decision.ts'
import type { Decide, May } from '../rule.ts'

export const mayDropRejection: May = (caseFile) =>
  caseFile.proposedRejection === undefined ? { why: 'no-rejection-pending' } : undefined

/** The proposed rejection does not stand; the case goes on where it was. */
export const decideDropRejection: Decide<'dropRejection'> = (_caseFile, { reason }) =>
  accept({ type: 'RejectionDropped', reason })
