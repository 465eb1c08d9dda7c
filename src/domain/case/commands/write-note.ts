import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** A word beside the case: `internal` for staff, `shared` for the applicant too, who writes no other kind. */
export const decideWriteNote: Decide<'writeNote'> = (caseFile, { noteId, text, visibility }, actor) => {
  if (actor.role === 'CITIZEN' && visibility === 'internal')
    return refuse({ why: 'not-your-role', command: 'writeNote' })
  if (caseFile.notes.some((note) => note.id === noteId)) return refuse({ why: 'nothing-changes' })
  return accept({ type: 'NoteWritten', noteId, text, visibility })
}
