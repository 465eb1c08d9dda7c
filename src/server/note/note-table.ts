import type pg from 'pg'
import type { NoteSitting, NoteWriter } from '#domain/case/case-note.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import type { NoteId } from './note-key.ts'
import { keyOf } from './note-key.ts'

type Db = Pick<pg.Pool, 'query'>
type Sealing = Pick<Sealer, 'sealBytes' | 'openBytes' | 'seal' | 'open'>

/** How far a note has come, and up to where its updates lie in one piece. */
export type NoteHead = { readonly seq: number; readonly snapshotSeq: number; readonly changedAt: number }

/** Sealed for its own place: moved to another note, side or number it does not open. */
const updatePlace = (note: NoteId, seq: number) => `note/${keyOf(note)}/${seq}`
const snapshotPlace = (note: NoteId, seq: number) => `note/${keyOf(note)}/snapshot/${seq}`
const versionPlace = (note: NoteId, number: number) => `note/${keyOf(note)}/version/${number}`

const HEAD =
  'seq::float8 as seq, snapshot_seq::float8 as "snapshotSeq", (extract(epoch from changed_at) * 1000)::float8 as "changedAt"'
const NOTHING: NoteHead = { seq: 0, snapshotSeq: 0, changedAt: 0 }

export async function readHead(db: Db, { caseId, side }: NoteId): Promise<NoteHead> {
  const { rows } = await db.query<NoteHead>({
    name: 'note-head',
    text: `select ${HEAD} from case_note where case_id = $1 and side = $2`,
    values: [caseId, side],
  })
  return rows[0] ?? NOTHING
}

/** From here to the end of the transaction nobody else writes in this note, on whatever instance. */
export async function lockHead(db: Db, { caseId, side }: NoteId): Promise<NoteHead> {
  const lock = () =>
    db.query<NoteHead>({
      name: 'note-lock',
      text: `select ${HEAD} from case_note where case_id = $1 and side = $2 for update`,
      values: [caseId, side],
    })
  const { rows } = await lock()
  if (rows[0] !== undefined) return rows[0]
  await db.query({
    name: 'note-make',
    text: 'insert into case_note (case_id, side) values ($1, $2) on conflict do nothing',
    values: [caseId, side],
  })
  const [made = NOTHING] = (await lock()).rows
  return made
}

/** Every update after a number, in order. */
export async function readUpdates(
  db: Db,
  sealer: Sealing,
  note: NoteId,
  after: number,
): Promise<readonly { readonly seq: number; readonly update: Uint8Array }[]> {
  const { rows } = await db.query<{ seq: number; sealed: Buffer }>({
    name: 'note-updates',
    text: 'select seq::float8 as seq, sealed from case_note_update where case_id = $1 and side = $2 and seq > $3 order by seq',
    values: [note.caseId, note.side, after],
  })
  return rows.map(({ seq, sealed }) => ({ seq, update: sealer.openBytes(sealed, updatePlace(note, seq)) }))
}

/** All of a note: the piece, and what came after it. */
export async function readWhole(
  db: Db,
  sealer: Sealing,
  note: NoteId,
): Promise<{ readonly seq: number; readonly updates: readonly Uint8Array[] }> {
  const { rows } = await db.query<{ seq: number; snapshot: Buffer | null }>({
    name: 'note-snapshot',
    text: 'select snapshot_seq::float8 as seq, snapshot from case_note where case_id = $1 and side = $2',
    values: [note.caseId, note.side],
  })
  const { seq = 0, snapshot = null } = rows[0] ?? {}
  const piece = snapshot === null ? [] : [sealer.openBytes(snapshot, snapshotPlace(note, seq))]
  const later = await readUpdates(db, sealer, note, seq)
  return { seq: later.at(-1)?.seq ?? seq, updates: [...piece, ...later.map((one) => one.update)] }
}

/** The next update, and the note's new number with it. The head must be locked. */
export async function appendUpdate(
  db: Db,
  sealer: Sealing,
  note: NoteId,
  next: { readonly seq: number; readonly at: number; readonly personId: string; readonly update: Uint8Array },
): Promise<void> {
  const { seq, at, personId, update } = next
  await db.query({
    name: 'note-append',
    text: `with head as (update case_note set seq = $3, changed_at = $4 where case_id = $1 and side = $2)
           insert into case_note_update (case_id, side, seq, at, person_id, sealed) values ($1, $2, $3, $4, $5, $6)`,
    values: [
      note.caseId,
      note.side,
      seq,
      new Date(at),
      personId,
      sealer.sealBytes(update, updatePlace(note, seq)),
    ],
  })
}

/** The note in one piece, and its single updates gone: what was typed and taken out again lies nowhere any more. */
export async function keepSnapshot(
  db: Db,
  sealer: Sealing,
  note: NoteId,
  seq: number,
  state: Uint8Array,
): Promise<void> {
  await db.query({
    name: 'note-keep-snapshot',
    text: 'update case_note set snapshot = $4, snapshot_seq = $3 where case_id = $1 and side = $2',
    values: [note.caseId, note.side, seq, sealer.sealBytes(state, snapshotPlace(note, seq))],
  })
  await db.query({
    name: 'note-drop-updates',
    text: 'delete from case_note_update where case_id = $1 and side = $2 and seq <= $3',
    values: [note.caseId, note.side, seq],
  })
}

const SITTING = `number, (extract(epoch from began_at) * 1000)::float8 as "beganAt",
  (extract(epoch from ended_at) * 1000)::float8 as "endedAt", writers, text is not null as closed`

/** Newest first. */
export async function readSittings(
  db: Db,
  { caseId, side }: NoteId,
  most: number,
): Promise<readonly NoteSitting[]> {
  const { rows } = await db.query<NoteSitting>({
    name: 'note-sittings',
    text: `select ${SITTING} from case_note_sitting where case_id = $1 and side = $2 order by number desc limit $3`,
    values: [caseId, side, most],
  })
  return rows
}

export async function beginSitting(
  db: Db,
  { caseId, side }: NoteId,
  number: number,
  at: number,
  writer: NoteWriter,
): Promise<void> {
  await db.query({
    name: 'note-begin-sitting',
    text: `insert into case_note_sitting (case_id, side, number, began_at, ended_at, writers) values ($1, $2, $3, $4, $4, $5)`,
    values: [caseId, side, number, new Date(at), JSON.stringify([writer])],
  })
}

export async function goOnSitting(
  db: Db,
  { caseId, side }: NoteId,
  number: number,
  at: number,
  writers: readonly NoteWriter[],
): Promise<void> {
  await db.query({
    name: 'note-go-on-sitting',
    text: 'update case_note_sitting set ended_at = $4, writers = $5 where case_id = $1 and side = $2 and number = $3',
    values: [caseId, side, number, new Date(at), JSON.stringify(writers)],
  })
}

export async function closeSitting(
  db: Db,
  sealer: Sealing,
  note: NoteId,
  number: number,
  text: string,
): Promise<void> {
  await db.query({
    name: 'note-close-sitting',
    text: 'update case_note_sitting set text = $4 where case_id = $1 and side = $2 and number = $3 and text is null',
    values: [note.caseId, note.side, number, sealer.seal(text, versionPlace(note, number))],
  })
}

/** The text at the end of a sitting; undefined where there is none yet. */
export async function readVersion(
  db: Db,
  sealer: Sealing,
  note: NoteId,
  number: number,
): Promise<string | undefined> {
  const { rows } = await db.query<{ text: Buffer | null }>({
    name: 'note-version',
    text: 'select text from case_note_sitting where case_id = $1 and side = $2 and number = $3',
    values: [note.caseId, note.side, number],
  })
  const text = rows[0]?.text
  return text ? sealer.open(text, versionPlace(note, number)) : undefined
}

/** Notes with a sitting that nobody has written in since a moment, the longest silent first; `last` come last. */
export async function readSilent(
  db: Db,
  before: number,
  most: number,
  last: readonly string[] = [],
): Promise<readonly NoteId[]> {
  const { rows } = await db.query<NoteId>(
    `select case_id as "caseId", side from case_note_sitting where text is null and ended_at < $1
     order by (case_id || '/' || side) = any($3::text[]), ended_at limit $2`,
    [new Date(before), most, last],
  )
  return rows
}
