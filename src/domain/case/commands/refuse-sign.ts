import { accept } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T24, Tolak tanda tangan: the head does not sign; it goes back to validation with the reason. */
export const decideRefuseSign: Decide<'refuseSign'> = (_caseFile, { reason }) =>
  accept({ type: 'SignRefused', reason })
