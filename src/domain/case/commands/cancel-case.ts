import { accept, refuse } from '#domain/shared/decision.ts'
import { notHere } from '../gate.ts'
import type { Decide, May } from '../rule.ts'

/** Once a document was issued there is nothing to cancel, wherever a correction or a hold has brought the case. */
export const mayCancel: May = (caseFile) =>
  caseFile.issuedAt === undefined ? undefined : notHere(caseFile, 'cancel')

/** T30, Batalkan: the applicant withdraws; a negeri officer does it only with the applicant's statement. */
export const decideCancel: Decide<'cancel'> = (_caseFile, { reason, statement }, actor) => {
  if (actor.role === 'NEGERI_OFFICER' && statement === undefined) return refuse({ why: 'statement-missing' })
  return accept({ type: 'Cancelled', reason, ...(statement === undefined ? {} : { statement }) })
}
