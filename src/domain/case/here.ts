import type { Role } from '#domain/access/role.ts'

/**
 * Where exactly someone is within an open case: which paper and page lie under the glass (and which older one beside
 * it), and which field has the caret. It is said while it lasts and never kept.
 */
export type Detail = {
  readonly paper?: string | undefined
  readonly beside?: string | undefined
  readonly page?: number | undefined
  readonly field?: string | undefined
}

/** Someone at a place, as colleagues are told of them. */
export type Present = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly detail?: Detail | undefined
}

/** What changed at a place since it was last told: who came or moved within it, and who left. */
export type PresenceNews = readonly [place: string, came: readonly Present[], left: readonly string[]]

/** Who has a case open, for the lists that it stands in. Nobody: it is closed again. */
export type OpenCase = readonly [packedCaseId: string, people: readonly Present[]]

/** A remark, which is no answer of the form, is a field too: who is writing one is seen at it. */
export const NOTE_FIELD = 'note'

/** The ground that is being written beside a line of the checklist. */
export function checkField(ruleId: string): string {
  return `check:${ruleId}`
}

/** Pointers say places on a page in ten-thousandths of its width and height, upright and untouched. */
export const POINT_SCALE = 10_000

/** Pointers on one page of one paper, the newest of each person; without a place: it has left the page. */
export type PointerFrame = readonly [
  fileId: string,
  page: number,
  pointers: readonly (readonly [personId: string, x: number, y: number] | readonly [personId: string])[],
]
