import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFlags } from '../case-file.ts'
import { refusedByOwner } from '../draft-side.ts'
import type { Decide, May } from '../rule.ts'

export const maySetFlags: May = refusedByOwner

/**
 * Marks a case: own or close family's (`conflictOfInterest`), vulnerable, urgent. Once submitted, only a supervisor
 * takes the first mark away, or the second officer's check could be talked off by the one it is meant for.
 */
export const decideSetFlags: Decide<'setFlags'> = (caseFile, { flags }, actor) => {
  const same = (Object.keys(flags) as (keyof CaseFlags)[]).every(
    (flag) => flags[flag] === caseFile.flags[flag],
  )
  if (same) return refuse({ why: 'nothing-changes' })
  const cleared = caseFile.flags.conflictOfInterest && !flags.conflictOfInterest
  if (cleared && caseFile.stage !== 'DRAFT' && actor.role !== 'SUPERVISOR')
    return refuse({ why: 'supervisor-only' })
  return accept({ type: 'FlagsSet', flags })
}
