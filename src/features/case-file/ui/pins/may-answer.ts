import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { decide } from '#domain/case/decide.ts'
import type { Pin, PinAnswer } from '#domain/case/pin.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { clientFacts } from '../client-facts.ts'

export type MayAnswer = {
  readonly settle: boolean
  readonly notYet: boolean
  readonly withdraw: boolean
  readonly reopen: boolean
  /** Why the answer that the pin waits for cannot be given here. */
  readonly why: Refusal | undefined
}

/** What this person can make of a pin now, by the rule that the server asks. */
export function mayAnswer(file: CaseFile, pin: Pin, actor: Actor, now: number): MayAnswer {
  const ask = (as: PinAnswer): Refusal | undefined => {
    const answer = decide(file, { type: 'settlePin', pinId: pin.id, as }, actor, clientFacts(now))
    return answer.ok ? undefined : answer.refusal
  }
  const good = ask('good')
  const told = good?.why === 'not-held' || good?.why === 'held-by-other' || good?.why === 'not-in-stage'
  return {
    settle: good === undefined,
    notYet: ask('notYet') === undefined,
    withdraw: ask('withdrawn') === undefined,
    reopen: ask('open') === undefined,
    why: told ? good : undefined,
  }
}
