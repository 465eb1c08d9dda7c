import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { refusedByOwner } from '#domain/case/draft-side.ts'
import { stepFor } from '#domain/case/transition.ts'

/** What a file is for: a paper of the applicant, or a document that SIAK made. */
export type UploadPurpose = 'paper' | 'document'

/**
 * May this person, who sees the case, send a file for it now? Whenever the table gives them a step that takes such a
 * file. Attaching the finished file is a command of its own, asked again then.
 */
export function mayUpload(actor: Actor, caseFile: CaseFile, purpose: UploadPurpose): boolean {
  if (purpose === 'paper') {
    return (
      stepFor('addPaper', caseFile.stage, actor.role) !== undefined &&
      refusedByOwner(caseFile, actor) === undefined
    )
  }
  return (['proposeDraft', 'recordSigned'] as const).some(
    (command) => stepFor(command, caseFile.stage, actor.role) !== undefined,
  )
}
