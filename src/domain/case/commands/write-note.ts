import { accept, refuse } from '#domain/shared/decision.ts'
import { refusedMention } from '../mentions.ts'
import type { Decide } from '../rule.ts'

/**
 * A word beside the case: `internal` for staff, `shared` for the applicant too, who writes no other kind and calls
 * nobody by name.
 */
export const decideWriteNote: Decide<'writeNote'> = (caseFile, command, actor, facts) => {
  const { noteId, text, visibility, mentions = [] } = command
  if (actor.role === 'CITIZEN' && (visibility === 'internal' || mentions.length > 0))
    return refuse({ why: 'not-your-role', command: 'writeNote' })
  if (caseFile.notes.some((note) => note.id === noteId)) return refuse({ why: 'nothing-changes' })
  const stranger = refusedMention(caseFile, mentions, facts)
  if (stranger !== undefined) return refuse(stranger)
  return accept({
    type: 'NoteWritten',
    noteId,
    text,
    visibility,
    ...(mentions.length > 0 ? { mentions } : {}),
  })
}
