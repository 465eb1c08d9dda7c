import { MINUTE_MS } from '#domain/shared/instant.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** How far the clock of a village laptop may be wrong before a delivery "before it was issued" is refused. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS

/** T25, Serahkan: by which way, when and to whom the document went. The promise's clock stops. */
export const decideDeliver: Decide<'deliver'> = (
  caseFile,
  { channel, receiver, deliveredAt },
  _actor,
  { now },
) => {
  if (deliveredAt > now + CLOCK_SKEW_MS) return refuse({ why: 'date-in-future', field: 'deliveredAt' })
  if (deliveredAt < caseFile.stageAt - CLOCK_SKEW_MS)
    return refuse({ why: 'date-in-past', field: 'deliveredAt' })
  return accept({ type: 'Delivered', channel, receiver, deliveredAt })
}
