import { accept, refuse } from '#domain/shared/decision.ts'
import { refusedByChecklist } from '../checklist.ts'
import { refusedByPins } from '../pins-gate.ts'
import { birthTimingOf } from '../birth.ts'
import type { Decide, May } from '../rule.ts'

export const mayAccept: May = (caseFile) => refusedByPins(caseFile) ?? refusedByChecklist(caseFile)

/**
 * T15, Terima lengkap: every paper is in order, NIK and KK stand in SIAK, doubles are cleared: those in SIAK by
 * the operator's word, likely ones in the queues by a ruling on each pair. Sets when the case
 * was complete and, for a birth, whether it is late. The operator keeps the case for the entry in SIAK.
 */
export const decideAccept: Decide<'accept'> = (
  caseFile,
  { nikConfirmed, duplicatesCleared },
  _actor,
  { now, unsettledTwins },
) => {
  if (!nikConfirmed || !duplicatesCleared) return refuse({ why: 'siak-unconfirmed' })
  if (unsettledTwins !== undefined) return refuse({ why: 'twins-unsettled', ...unsettledTwins })
  const birthTiming = birthTimingOf(caseFile, now)
  return accept({ type: 'Accepted', ...(birthTiming === undefined ? {} : { birthTiming }) })
}
