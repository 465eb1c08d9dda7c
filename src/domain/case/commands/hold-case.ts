import { localDateInWit } from '#domain/shared/local-date.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T31, Tangguhkan: SIAK is down, nobody can sign, a disaster, a dispute. The law's clock runs on. */
export const decideHold: Decide<'hold'> = (_caseFile, { reason, expectedOn }, _actor, { now }) =>
  expectedOn < localDateInWit(now)
    ? refuse({ why: 'date-in-past', field: 'expectedOn' })
    : accept({ type: 'Held', reason, expectedOn })
