import type { Actor } from '#domain/access/actor.ts'
import type { Visible } from '#domain/access/may-see.ts'
import { maySee } from '#domain/access/may-see.ts'

/**
 * A case has two common texts, and they are never one: what the staff write for themselves, and what they write for the
 * applicant to read. Remarks stay beside them: dated, signed, never changed.
 */
export const NOTE_SIDES = ['staff', 'applicant'] as const
export type NoteSide = (typeof NOTE_SIDES)[number]

/** Who reads this text of a case: whoever may open the case; an applicant only what is written for them. */
export function mayReadNote(actor: Actor, side: NoteSide, item: Visible): boolean {
  return maySee(actor, item) && (side === 'applicant' || actor.role !== 'CITIZEN')
}

/** Who writes in it: the staff who may open the case, in whatever stage, as with remarks. */
export function mayWriteNote(actor: Actor, side: NoteSide, item: Visible): boolean {
  return actor.role !== 'CITIZEN' && mayReadNote(actor, side, item)
}

/** A page of an editor takes so much; two people at once may come to more together, and that still fits. */
export const MOST_TYPED = 20_000
export const MOST_TEXT = 30_000
/** One update, and the whole document with what was deleted in it. */
export const MOST_UPDATE_BYTES = 64 * 1024
export const MOST_NOTE_BYTES = 1024 * 1024

/** Without a word for so long, a sitting is over; after an hour a new one begins all the same. */
export const SITTING_ENDS_MS = 5 * 60_000
export const LONGEST_SITTING_MS = 60 * 60_000

/** A sitting at a note, as its list of versions shows it. */
export type NoteSitting = {
  readonly number: number
  readonly beganAt: number
  readonly endedAt: number
  readonly writers: readonly NoteWriter[]
  /** False while somebody writes: its text is the note itself. */
  readonly closed: boolean
}
export type NoteWriter = { readonly id: string; readonly name: string; readonly role: Actor['role'] }

/** Why a note was not opened, or an update not taken. `gap`: it builds on something that is not here. */
export type NoteRefusal =
  | 'not-found'
  | 'read-only'
  | 'gap'
  | 'not-an-update'
  | 'too-long'
  | 'too-large'
  | 'slow-down'
  | 'barred'
