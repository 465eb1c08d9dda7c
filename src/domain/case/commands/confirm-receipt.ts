import { DAY_MS } from '#domain/shared/instant.ts'
import { accept } from '#domain/shared/decision.ts'
import type { Decide, May } from '../rule.ts'

/** The system closes a case by itself only after the days that the applicant has to look at the document. */
export const mayConfirm: May = (caseFile, actor, { now, settings }) => {
  const from = caseFile.stageAt + settings.confirmAfterDays * DAY_MS
  return actor.role === 'SYSTEM' && now < from ? { why: 'not-yet', from } : undefined
}

/** T26, Konfirmasi terima: the applicant has the document and found it right. */
export const decideConfirm: Decide<'confirm'> = (_caseFile, _command, actor) =>
  accept({ type: 'ReceiptConfirmed', automatic: actor.role === 'SYSTEM' })
