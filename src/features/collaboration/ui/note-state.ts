import type { NoteRefusal } from '#domain/case/case-note.ts'

/**
 * Where the words of this screen are. `memory`: nowhere but on this page. `dinas`: every one of them is on the disk of
 * the Dinas.
 */
export type NotePlace = 'dinas' | 'sending' | 'device' | 'memory'

export type NoteState = {
  /** The text was brought from the Dinas at least once: before, nothing is shown that could be taken for it. */
  readonly opened: boolean
  readonly connected: boolean
  readonly place: NotePlace
  /** When the Dinas last acknowledged words of this screen. */
  readonly savedAt: number | undefined
  readonly refused: NoteRefusal | undefined
  /** This device can keep words sealed. */
  readonly keeps: boolean
}
