import { accept } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T22: the head does not approve the late birth as it stands; it goes back to validation with the reason. */
export const decideRefuseLate: Decide<'refuseLate'> = (_caseFile, { reason }) =>
  accept({ type: 'LateRefused', reason })
