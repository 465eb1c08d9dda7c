import type { LocalDate } from '#domain/shared/local-date.ts'
import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFile, Fault } from '../case-file.ts'
import type { CommandOf } from '../command.ts'
import type { Facts } from '../facts.ts'
import { kindOfCase, strangeField } from '../form.ts'
import { pinOf, waitingPins } from '../pins-of.ts'
import { OTHER_LEAST_CHARACTERS, REASON } from '../reason.ts'
import type { Refusal } from '../refusal.ts'
import type { Decide, May } from '../rule.ts'

type FaultInput = CommandOf<'returnToNegeri'>['faults'][number]

/** The Dinas may send a case past the negeri only to someone who has an account to answer with (T12). */
export const mayReturnToApplicant: May = (caseFile) =>
  caseFile.stage === 'VERIFICATION' && caseFile.owner.role !== 'CITIZEN'
    ? { why: 'applicant-has-no-account' }
    : undefined

/** T07 and T12: back to the applicant with every fault at once, coded and in plain words. The clocks pause. */
export const decideReturnToApplicant: Decide<'returnToApplicant'> = (caseFile, { faults }, _actor, facts) => {
  const refusal = refusedByFault(caseFile, faults) ?? refusedByPins(caseFile, faults)
  if (refusal !== undefined) return refuse(refusal)
  return accept({ type: 'ReturnedToApplicant', faults: faults.map(asFault), expiresOn: expiresOn(facts) })
}

/** T11 and T18: back to the negeri, which mends it or asks the applicant. The clocks pause. */
export const decideReturnToNegeri: Decide<'returnToNegeri'> = (caseFile, { faults }, _actor, facts) => {
  const refusal = refusedByFault(caseFile, faults) ?? refusedByPins(caseFile, faults)
  if (refusal !== undefined) return refuse(refusal)
  return accept({ type: 'ReturnedToNegeri', faults: faults.map(asFault), expiresOn: expiresOn(facts) })
}

function expiresOn(facts: Facts): LocalDate {
  return addDays(localDateInWit(facts.now), facts.settings.returnExpiryDays)
}

/** The first thing that is wrong with the coded faults, in their order. */
function refusedByFault(caseFile: CaseFile, faults: readonly FaultInput[]): Refusal | undefined {
  const kind = kindOfCase(caseFile)
  for (const fault of faults) {
    if (!REASON[fault.code].services.includes(caseFile.service)) return { why: 'reason-not-for-service' }
    // Proven false is no fault to mend: it ends a case, by a supervisor's word.
    if (fault.code === 'FALSE_DATA') return { why: 'supervisor-only' }
    if (fault.code === 'OTHER' && fault.instruction.trim().length < OTHER_LEAST_CHARACTERS) {
      return { why: 'reason-too-short', least: OTHER_LEAST_CHARACTERS }
    }
    const { ruleId, field } = fault
    if (ruleId !== undefined && !kind.papers.some((rule) => rule.id === ruleId))
      return { why: 'unknown-paper', ruleId }
    if (field !== undefined && strangeField(kind, [field]) !== undefined)
      return { why: 'unknown-field', field }
  }
  return undefined
}

/** A fault names pins of this case that are not settled; what came back and is not good goes along. */
function refusedByPins(caseFile: CaseFile, faults: readonly FaultInput[]): Refusal | undefined {
  const going = new Set(faults.flatMap(({ pins = [] }) => pins))
  const settled = [...going].some((id) => {
    const state = pinOf(caseFile, id)?.state
    return state === undefined || state === 'good' || state === 'withdrawn'
  })
  if (settled) return { why: 'unknown-pin' }
  const left = waitingPins(caseFile).filter((pin) => !going.has(pin.id))
  return left.length > 0 ? { why: 'pins-left-out', numbers: left.map((pin) => pin.number) } : undefined
}

function asFault({ code, instruction, ruleId, field, pins = [] }: FaultInput): Fault {
  return {
    code,
    instruction,
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(field === undefined ? {} : { field }),
    ...(pins.length === 0 ? {} : { pins }),
  }
}
