import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/**
 * T16 and T28, Ajukan draf: what SIAK made of the entry, as its draft PDF or as a data sheet in words, with its
 * reference. After a correction the document issued before is superseded.
 */
export const decideProposeDraft: Decide<'proposeDraft'> = (
  caseFile,
  { reference, note, file },
  _actor,
  facts,
) => {
  if (file === undefined && note === undefined) return refuse({ why: 'draft-missing' })
  if (file !== undefined && (facts.file?.fileId !== file.fileId || facts.file.sha256 !== file.sha256)) {
    return refuse({ why: 'file-not-ready' })
  }
  return accept({
    type: 'DraftProposed',
    reference,
    ...(note === undefined ? {} : { note }),
    ...(file === undefined ? {} : { file }),
    corrects: caseFile.stage === 'CORRECTION',
  })
}
