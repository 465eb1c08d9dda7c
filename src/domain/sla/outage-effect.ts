import { contains } from '#domain/shared/region-tree.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Stage } from '#domain/case/stage.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { Outage, OutageKind } from './time-rules.ts'

/** What an outage does to the clocks of a case in some stage: they stand still, or go on with a mark. */
export type OutageEffect = 'pauses' | 'marks'

/** Without this the work of the stage cannot be done at all. */
const STOPS: Record<Exclude<OutageKind, 'NETWORK'>, readonly Stage[]> = {
  SIAK: ['SIAK_ENTRY', 'CORRECTION', 'AWAITING_TTE'], // the signature is given in SIAK
  SIGNATURE: ['AWAITING_TTE'],
  NO_SIGNER: ['HEAD_APPROVAL', 'AWAITING_TTE'],
}
/** Part of the work can go on. */
const SLOWS: Record<Exclude<OutageKind, 'NETWORK'>, readonly Stage[]> = {
  SIAK: ['VERIFICATION', 'VALIDATION'],
  SIGNATURE: [],
  NO_SIGNER: [],
}
const KABUPATEN_LENGTH = 5

/**
 * Pauses the standard where the work cannot be done, marks it where it is only slower; the law's clock never stops
 * for an outage. A network outage stops the offices it reaches: the negeri's own stages, or the Dinas's too when it
 * reaches the whole kabupaten.
 */
export function outageEffect(outage: Outage, stage: Stage, negeri: RegionCode): OutageEffect | undefined {
  if (!contains(outage.reach, negeri)) return undefined
  if (outage.kind === 'NETWORK') {
    if (STAGE[stage].promiseClock !== 'runs') return undefined
    const here = STAGE[stage].owner === 'NEGERI_OFFICER' || outage.reach.length <= KABUPATEN_LENGTH
    return here ? 'pauses' : undefined
  }
  if (STOPS[outage.kind].includes(stage)) return 'pauses'
  return SLOWS[outage.kind].includes(stage) ? 'marks' : undefined
}
