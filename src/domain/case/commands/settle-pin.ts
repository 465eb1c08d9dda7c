import { accept, refuse } from '#domain/shared/decision.ts'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseHappening } from '../case-event.ts'
import type { CaseFile } from '../case-file.ts'
import type { Facts } from '../facts.ts'
import { notHere } from '../gate.ts'
import { holderNow, inHandsOf } from '../lease.ts'
import type { Pin, PinAnswer } from '../pin.ts'
import { pinOf } from '../pins-of.ts'
import type { Refusal } from '../refusal.ts'
import type { Decide } from '../rule.ts'
import { stepFor } from '../transition.ts'

/** From which states an answer leads on. */
const FROM: { readonly [as in PinAnswer]: readonly Pin['state'][] } = {
  good: ['open', 'asked', 'notYet'],
  notYet: ['asked'],
  withdrawn: ['open'],
  open: ['good', 'notYet', 'withdrawn'],
}

/**
 * Answers a pin. One that never went out is settled by its own side, and taken back by its author. One that the repair
 * was asked for is answered at the desk only, by whoever holds the case: "Sudah baik" or "Belum". When the last one of a
 * paper is good, its line of the checklist is in order by the same word.
 */
export const decideSettlePin: Decide<'settlePin'> = (caseFile, { pinId, as }, actor, facts) => {
  const pin = pinOf(caseFile, pinId)
  if (pin === undefined) return refuse({ why: 'unknown-pin' })
  if (!FROM[as].includes(pin.state)) return refuse({ why: 'nothing-changes' })
  const refusal =
    pin.askedAt === undefined ? refusedBySide(pin, as, actor) : refusedByDesk(caseFile, actor, facts)
  if (refusal !== undefined) return refuse(refusal)
  const settled: CaseHappening = { type: 'PinSettled', pinId, number: pin.number, as }
  const mark = pin.askedAt === undefined ? undefined : markOf(caseFile, pin, as, actor)
  return mark === undefined ? accept(settled) : accept<CaseHappening>(settled, mark)
}

function refusedBySide(pin: Pin, as: PinAnswer, actor: Actor): Refusal | undefined {
  const own = pin.by.id === actor.id
  const taken = as === 'withdrawn' || pin.state === 'withdrawn'
  const negeri = actor.role === 'NEGERI_OFFICER' && pin.by.role !== 'NEGERI_OFFICER'
  return !own && (taken || negeri) ? { why: 'pin-not-yours', by: pin.by } : undefined
}

function refusedByDesk(caseFile: CaseFile, actor: Actor, facts: Facts): Refusal | undefined {
  if (caseFile.stage === 'RETURNED_NEGERI' || caseFile.stage === 'RETURNED_APPLICANT')
    return notHere(caseFile, 'settlePin')
  if (inHandsOf(caseFile, actor)) return undefined
  const holder = holderNow(caseFile, facts.now)
  return holder === undefined ? { why: 'not-held', command: 'settlePin' } : { why: 'held-by-other', holder }
}

/** The line of the checklist that follows from the answer, where this person may mark it here. */
function markOf(caseFile: CaseFile, pin: Pin, as: PinAnswer, actor: Actor): CaseHappening | undefined {
  const { ruleId } = pin
  const line = caseFile.checklist.find((item) => item.ruleId === ruleId)
  if (line === undefined || stepFor('checkItem', caseFile.stage, actor.role) === undefined) return undefined
  const others = caseFile.pins.filter((one) => one.ruleId === ruleId && one.id !== pin.id)
  const waits = others.some((one) => one.state === 'asked' || one.state === 'notYet')
  if (as === 'good' && line.result === 'unchecked' && !waits)
    return { type: 'ItemChecked', ruleId, result: 'ok' }
  if (as === 'open' && line.result === 'ok') return { type: 'ItemChecked', ruleId, result: 'unchecked' }
  return undefined
}
