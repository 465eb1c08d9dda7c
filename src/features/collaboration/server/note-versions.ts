import type { Actor } from '#domain/access/actor.ts'
import type { NoteSide, NoteSitting } from '#domain/case/case-note.ts'
import { mayReadNote } from '#domain/case/case-note.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { Queryable } from '#server/case/rows.ts'
import { readRow } from '#server/case/rows.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import { readSittings, readVersion } from '#server/note/note-table.ts'
import type { Shell } from '#server/shell.ts'

type Asked = { readonly caseId: string; readonly side: NoteSide }
type Refused = { readonly ok: false; readonly refusal: Refusal }
const NOT_FOUND: Refused = { ok: false, refusal: { why: 'not-found' } }
const MOST_SHOWN = 200

/** Who wrote in a note and when, newest first. */
export async function sittingsOf(
  shell: Shell,
  actor: Actor,
  asked: Asked,
): Promise<{ readonly ok: true; readonly sittings: readonly NoteSitting[] } | Refused> {
  const sittings = await behindTheWall(shell, actor, asked, (db) => readSittings(db, asked, MOST_SHOWN))
  return sittings ? { ok: true, sittings } : NOT_FOUND
}

/** The text as it stood at the end of a sitting; of one that goes on, as it stands now. */
export async function noteVersion(
  shell: Shell,
  actor: Actor,
  { number, ...note }: Asked & { readonly number: number },
  origin: Origin,
): Promise<{ readonly ok: true; readonly text: string } | Refused> {
  const text = await behindTheWall(shell, actor, note, (db) => readVersion(db, shell.sealer, note, number))
  if (text === undefined) return NOT_FOUND
  const act = { action: 'note.version', subject: note.caseId, detail: { side: note.side, sitting: number } }
  await auditRead(shell, actor, act, origin)
  return { ok: true, text: maskLongNumbers(text) }
}

function behindTheWall<T>(
  shell: Shell,
  actor: Actor,
  { caseId, side }: Asked,
  read: (db: Queryable) => Promise<T>,
): Promise<T | undefined> {
  return readAs(shell.pool, sightOf(actor), async (db) => {
    const row = await readRow(db, caseId)
    return row && mayReadNote(actor, side, row) ? read(db) : undefined
  })
}
