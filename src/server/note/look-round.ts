import { mayReadNote } from '#domain/case/case-note.ts'
import type { NoteAudience, NoteScreen } from './note-audience.ts'
import type { BookShell, NoteBook } from './note-book.ts'
import type { NoteId } from './note-key.ts'
import { readNoteStates } from './note-states.ts'

type Looked = {
  readonly audience: NoteAudience
  readonly book: Pick<NoteBook, 'look' | 'isBehind'>
  leave(note: NoteId, screen: NoteScreen): void
}

/**
 * One round over all open notes: who may no longer read hears no more, and what no word came of is read. One question
 * for all of them, and more only of those that have moved; a round that takes long is not overtaken by the next.
 */
export function createLook(
  { pool }: Pick<BookShell, 'pool'>,
  { audience, book, leave }: Looked,
): () => Promise<void> {
  let running = false

  async function round(): Promise<void> {
    for (const { note, listener } of audience.caughtUp())
      listener.screen.socket.emit('note-behind', [note.caseId, note.side])
    const open = audience.notes()
    if (open.length === 0) return
    const states = await readNoteStates(pool, [...new Set(open.map(({ caseId }) => caseId))])
    for (const note of open) {
      const state = states.get(note.caseId)
      for (const { screen } of audience.at(note)) {
        if (state && mayReadNote(screen.person, note.side, state.visible)) continue
        leave(note, screen)
        screen.socket.emit('note-closed', [note.caseId, note.side])
      }
    }
    for (const note of open) {
      const seq = states.get(note.caseId)?.seq[note.side] ?? 0
      if (audience.at(note).length > 0 && book.isBehind(note, seq)) await book.look(note)
    }
  }

  return async () => {
    if (running) return
    running = true
    try {
      await round()
    } finally {
      running = false
    }
  }
}
