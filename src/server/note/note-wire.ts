import * as z from 'zod/mini'
import { MOST_UPDATE_BYTES, NOTE_SIDES } from '#domain/case/case-note.ts'
import { Uuid } from '#domain/shared/id.ts'
import type { Allowance } from '#server/live/often.ts'

const Bytes = (most: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= most)
const [CaseId, Side] = [Uuid, z.enum(NOTE_SIDES)]
/** A place in the text, as the editor says it: bound to a letter, not to a number. */
const Spot = z.nullable(Bytes(64))

/** What a screen may say about notes, each with an answer. Anything else ends the connection. */
export const NOTE_WORDS = {
  /** The plain text, now and whenever it changes. */
  'note-read': z.tuple([CaseId, Side]),
  /** To write in it: what is known here, as a state vector. */
  'note-open': z.tuple([CaseId, Side, Bytes(MOST_UPDATE_BYTES)]),
  'note-send': z.tuple([CaseId, Side, Bytes(MOST_UPDATE_BYTES)]),
  'note-at': z.tuple([CaseId, Side, Spot, Spot]),
  'note-close': z.tuple([CaseId, Side]),
} as const
export type NoteWord = keyof typeof NOTE_WORDS

export function isNoteWord(event: string): event is NoteWord {
  return Object.hasOwn(NOTE_WORDS, event)
}

/**
 * Each word of a screen within its time: a person does not type faster. Beyond `heard` it is asked to slow down, beyond
 * `borne` it is no screen of ours.
 */
export const PACE: { readonly [Word in NoteWord]: Allowance } = {
  'note-read': { heard: 40, borne: 160, withinMs: 10_000 },
  'note-open': { heard: 20, borne: 80, withinMs: 10_000 },
  'note-send': { heard: 60, borne: 240, withinMs: 5_000 },
  'note-at': { heard: 100, borne: 400, withinMs: 5_000 },
  'note-close': { heard: 40, borne: 160, withinMs: 10_000 },
}
