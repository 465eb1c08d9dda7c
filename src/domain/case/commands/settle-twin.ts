import { DAY_MS } from '#domain/shared/milliseconds.ts'
import type { Uuid } from '#domain/shared/id.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFile } from '../case-file.ts'
import { refusedByOwner } from '../draft-side.ts'
import type { Facts } from '../facts.ts'
import { notHere } from '../gate.ts'
import type { Refusal } from '../refusal.ts'
import type { Decide, May } from '../rule.ts'
import { isOpen } from '../stage.ts'
import type { TwinFact } from '../ruling-on.ts'
import { rulingOn } from '../ruling-on.ts'

/** Someone else's draft is not linked, and not ended. */
export const mayRuleTwin: May = refusedByOwner

/** Once a document was issued it is not merged away. */
export const mayMergeTwin: May = (caseFile, actor) =>
  refusedByOwner(caseFile, actor) ??
  (caseFile.issuedAt === undefined ? undefined : notHere(caseFile, 'mergeTwin'))

/** Hubungkan: they belong together, and both go on. Asked of both cases at once, as every ruling on a pair. */
export const decideLinkTwin: Decide<'linkTwin'> = (caseFile, { other }, _actor, facts) => {
  const twin = otherOf(caseFile, other, facts)
  return 'why' in twin ? refuse(twin) : accept({ type: 'TwinLinked', other, ...numberOf(twin) })
}

/** Bukan sama: not shown again for this pair, with the reason on record. */
export const decideDismissTwin: Decide<'dismissTwin'> = (caseFile, { other, reason }, _actor, facts) => {
  const twin = otherOf(caseFile, other, facts)
  return 'why' in twin ? refuse(twin) : accept({ type: 'TwinDismissed', other, ...numberOf(twin), reason })
}

/** Gabung: this one ends and points to the other, which goes on. Papers and answers stay where they are. */
export const decideMergeTwin: Decide<'mergeTwin'> = (caseFile, { other, words }, _actor, facts) => {
  const twin = otherOf(caseFile, other, facts)
  if ('why' in twin) return refuse(twin)
  const apart = refusedAsApart(caseFile, twin)
  return apart ? refuse(apart) : accept({ type: 'TwinEnded', other, ...numberOf(twin), words })
}

/** The other half of a merge, once that one has ended into this: this one goes on for both. */
export const decideTakeTwin: Decide<'takeTwin'> = (caseFile, { other }, _actor, facts) => {
  const twin = otherOf(caseFile, other, facts)
  if ('why' in twin) return refuse(twin)
  if (twin.into !== caseFile.id) return refuse({ why: 'not-found' })
  return accept({ type: 'TwinTaken', other, ...numberOf(twin) })
}

/** Takes a ruling back, with a reason. What a merge had ended goes back to the stage that it was in. */
export const decideUndoTwin: Decide<'undoTwin'> = (caseFile, { other, reason }, _actor, { twin }) => {
  if (twin?.id !== other) return refuse({ why: 'not-found' })
  const ruling = rulingOn(caseFile, other)
  if (ruling === undefined) return refuse({ why: 'nothing-changes' })
  const reopens = ruling.ruling === 'ended' && ruling.from !== undefined ? { reopens: ruling.from } : {}
  return accept({ type: 'TwinUndone', other, ...numberOf(twin), reason, ...reopens })
}

/** Once a day is enough: the question stands until the Dinas has looked. */
export const mayAskTwin: May = ({ twins = [] }, _actor, { now }) =>
  twins.some(({ ruling, at }) => ruling === 'asked' && now - at < DAY_MS)
    ? { why: 'nothing-changes' }
    : undefined

/** Tanya Dinas: is there one like it where I may not look? Answered by someone who sees both, or by nothing. */
export const decideAskTwin: Decide<'askTwin'> = () => accept({ type: 'TwinAsked' })

/** The other case, if this person may see it and nothing is decided of the pair yet. */
function otherOf(caseFile: CaseFile, other: Uuid, { twin }: Facts): TwinFact | Refusal {
  if (twin?.id !== other || other === caseFile.id) return { why: 'not-found' }
  const stands = rulingOn(caseFile, other)
  return stands === undefined ? twin : { why: 'twin-settled', by: stands.by, at: stands.at }
}

function refusedAsApart(caseFile: CaseFile, twin: TwinFact): Refusal | undefined {
  if (twin.service !== caseFile.service || twin.kind !== caseFile.kind)
    return { why: 'twin-apart', because: 'other-kind' }
  if (!isOpen(twin.stage)) return { why: 'twin-apart', because: 'other-ended' }
  const leaves = caseFile.stage !== 'DRAFT' && twin.stage === 'DRAFT'
  return leaves ? { why: 'twin-apart', because: 'other-draft' } : undefined
}

function numberOf({ number }: TwinFact): { readonly number?: string } {
  return number === undefined ? {} : { number }
}
