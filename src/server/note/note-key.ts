import type { NoteSide } from '#domain/case/case-note.ts'
import { NOTE_SIDES } from '#domain/case/case-note.ts'

/** One of the two texts of a case. */
export type NoteId = { readonly caseId: string; readonly side: NoteSide }

export const keyOf = ({ caseId, side }: NoteId): string => `${caseId}/${side}`

export function noteOf(key: string): NoteId | undefined {
  const [caseId = '', side] = key.split('/')
  const known = NOTE_SIDES.find((one) => one === side)
  return known && { caseId, side: known }
}

/** So many documents lie on an instance's shelf. */
export const MOST_ON_SHELF = 200
