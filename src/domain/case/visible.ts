import type { Visible } from '#domain/access/may-see.ts'
import type { CaseFile, Person } from './case-file.ts'
import type { Actor } from '#domain/access/actor.ts'

/** What of a case decides who may see it: its place, its queue, its side. */
export function visibleOf(caseFile: CaseFile): Visible {
  return {
    service: caseFile.service,
    negeri: caseFile.negeri,
    submitted: caseFile.submittedAt !== undefined,
    ownerId: caseFile.owner.id,
  }
}

/** The actor as a case will remember them. */
export function personOf(actor: Actor): Person {
  return { id: actor.id, name: actor.name, role: actor.role }
}
