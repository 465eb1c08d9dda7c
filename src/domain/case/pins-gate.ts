import type { CaseFile } from './case-file.ts'
import { pinsToReturn, waitingPins } from './pins-of.ts'
import type { Refusal } from './refusal.ts'

/** What the repair was asked for must have been answered as good before a case goes on; this names the pins that were not. */
export function refusedByWaitingPins(caseFile: CaseFile): Refusal | undefined {
  return refusedBy(waitingPins(caseFile).map((pin) => pin.number))
}

/** At the Dinas nothing goes on either while a colleague's pin says that a paper is wrong. */
export function refusedByPins(caseFile: CaseFile): Refusal | undefined {
  return refusedBy(pinsToReturn(caseFile).map((pin) => pin.number))
}

function refusedBy(numbers: readonly number[]): Refusal | undefined {
  return numbers.length > 0 ? { why: 'pins-waiting', numbers } : undefined
}
