import { accept } from '#domain/shared/decision.ts'
import type { Decide, May } from '../rule.ts'

/** A holder may let go at any time; the system only takes back a lease that has run out. */
export const mayRelease: May = (caseFile, actor, facts) => {
  if (caseFile.holder === undefined) return { why: 'nothing-changes' }
  const running = actor.role === 'SYSTEM' && caseFile.holder.until > facts.now
  return running ? { why: 'not-yet', from: caseFile.holder.until } : undefined
}

/** Lepas: the case stays in its stage, free for the next. */
export const decideRelease: Decide<'release'> = (_caseFile, _command, actor) =>
  accept({ type: 'Released', cause: actor.role === 'SYSTEM' ? 'leaseEnded' : 'byHand' })
