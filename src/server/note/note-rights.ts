import type { Actor } from '#domain/access/actor.ts'
import type { NoteRefusal } from '#domain/case/case-note.ts'
import { mayReadNote, mayWriteNote } from '#domain/case/case-note.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import { readRow } from '#server/case/rows.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { BookShell } from './note-book.ts'
import type { NoteId } from './note-key.ts'
import { keyOf } from './note-key.ts'

/** Whose updates kept the thread busy until it was ended, a second time, write in no note for a while. */
const BARRED_MS = 10 * MINUTE_MS
const MOST_OVERRUNS = 1
/** Within so long, opening a note again is the same reading of it. */
const SAME_READING_MS = 30 * MINUTE_MS

export type NoteRights = {
  /** Why not; undefined: they may. */
  mayRead(actor: Actor, note: NoteId): Promise<NoteRefusal | undefined>
  mayWrite(actor: Actor, note: NoteId): Promise<NoteRefusal | undefined>
  /** Their update kept the thread busy. Once may be the machine that gasped. */
  overran(actor: Actor): NoteRefusal
  /** On record before it is shown: one entry for a reading, however often the line is cut in it. */
  recordReading(actor: Actor, note: NoteId, origin: Origin): Promise<void>
}

/** Who may do what with a note, from the case as it stands at this moment. */
export function createNoteRights(shell: BookShell): NoteRights {
  const overruns = new Map<string, { readonly times: number; readonly until: number }>()
  const readBy = new Map<string, number>()

  function overrunsOf(actor: Actor): number {
    const known = overruns.get(actor.id)
    if (known !== undefined && known.until > shell.clock()) return known.times
    overruns.delete(actor.id)
    return 0
  }

  return {
    async mayRead(actor, { caseId, side }) {
      const row = await readAs(shell.pool, sightOf(actor), (db) => readRow(db, caseId))
      return row && mayReadNote(actor, side, row) ? undefined : 'not-found'
    },
    async mayWrite(actor, { caseId, side }) {
      if (overrunsOf(actor) > MOST_OVERRUNS) return 'barred'
      const row = await readRow(shell.pool, caseId)
      if (!row || !mayReadNote(actor, side, row)) return 'not-found'
      return mayWriteNote(actor, side, row) ? undefined : 'read-only'
    },
    overran(actor) {
      const times = overrunsOf(actor) + 1
      overruns.set(actor.id, { times, until: shell.clock() + BARRED_MS })
      return times > MOST_OVERRUNS ? 'barred' : 'slow-down'
    },
    async recordReading(actor, note, origin) {
      const [key, now] = [`${actor.id} ${keyOf(note)}`, shell.clock()]
      if (now - (readBy.get(key) ?? -Infinity) < SAME_READING_MS) return
      const act = { action: 'note.open', subject: note.caseId, detail: { side: note.side } }
      await auditRead(shell, actor, act, origin)
      readBy.set(key, now)
      for (const [old, at] of readBy) if (now - at > SAME_READING_MS) readBy.delete(old)
    },
  }
}
