import { accept, refuse } from '#domain/shared/decision.ts'
import { refusedByOwner } from '../draft-side.ts'
import { notHere } from '../gate.ts'
import type { Decide, May } from '../rule.ts'

export const mayRemovePaper: May = refusedByOwner

/**
 * Takes a paper out again: any of a draft, and of a returned case only what was added since it came back. What the
 * office has seen stays; a better paper replaces it.
 */
export const decideRemovePaper: Decide<'removePaper'> = (caseFile, { fileId }) => {
  const paper = caseFile.papers.find((one) => one.fileId === fileId)
  if (paper === undefined) return refuse({ why: 'unknown-paper' })
  const seen = caseFile.stage !== 'DRAFT' && paper.addedAt <= (caseFile.returned?.at ?? caseFile.stageAt)
  const pinned = caseFile.pins.some((pin) => pin.fileId === fileId)
  if (seen || pinned || paper.replacedBy !== undefined) return refuse(notHere(caseFile, 'removePaper'))
  return accept({ type: 'PaperRemoved', fileId })
}
