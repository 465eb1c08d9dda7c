import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from './case-file.ts'
import type { Refusal } from './refusal.ts'

/**
 * A draft belongs to its side: an applicant's own account keeps its draft to itself, an officer's draft is the
 * work of their negeri, and any officer there may carry it on.
 */
export function refusedByOwner(caseFile: CaseFile, actor: Actor): Refusal | undefined {
  const foreign = caseFile.owner.role === 'CITIZEN' && caseFile.owner.id !== actor.id
  return caseFile.stage === 'DRAFT' && foreign ? { why: 'owner-only', owner: caseFile.owner } : undefined
}
