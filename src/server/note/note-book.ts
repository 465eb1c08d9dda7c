import type { Actor } from '#domain/access/actor.ts'
import type { NoteRefusal } from '#domain/case/case-note.ts'
import { LONGEST_SITTING_MS, SITTING_ENDS_MS } from '#domain/case/case-note.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { Lanes } from '#server/case/in-turn.ts'
import { inTurn } from '#server/case/in-turn.ts'
import { createSlots } from '#server/case/slots.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'
import { Clerk } from './clerk.ts'
import { KnownNotes } from './known-notes.ts'
import type { NoteId } from './note-key.ts'
import { keyOf } from './note-key.ts'
import type { Queryable } from '#server/case/rows.ts'
import type { NoteHead } from './note-table.ts'
import {
  appendUpdate,
  beginSitting,
  closeSitting,
  goOnSitting,
  keepSnapshot,
  lockHead,
  readHead,
  readSilent,
  readSittings,
  readUpdates,
} from './note-table.ts'

export type BookShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'log'>
/** What an instance learnt of a note: these updates, up to this number; `all`: they can no longer be told one by one. */
export type NoteNews = { readonly seq: number; readonly updates: readonly Uint8Array[] | 'all' }
export type NoteText = { readonly text: string; readonly head: NoteHead }
export type WriteAnswer =
  | { readonly ok: true; readonly seq: number; readonly update?: Uint8Array; readonly mended: boolean }
  | { readonly ok: false; readonly why: NoteRefusal }

/** So many updates, and they are put into one piece. */
const MOST_LOOSE = 200
const MOST_CLOSED_AT_ONCE = 50
/** A writer holds a connection while the thread reads the update: the notes never take all that the house has. */
const MOST_WRITING = 4

/**
 * The notes as one instance works with them: the table is the truth, the thread's documents are its copy. Each note is
 * worked on in turn here, and under its row's lock among instances. `told` hears what others wrote, in order.
 */
export class NoteBook {
  readonly #shell: BookShell
  readonly #told: (note: NoteId, news: NoteNews) => void
  readonly #lanes: Lanes = new Map()
  readonly #notes: KnownNotes
  /** The number up to which it was told here, of notes that somebody listens to. */
  readonly #toldTo = new Map<string, number>()
  readonly #writing = createSlots(MOST_WRITING)
  /** Notes whose sitting could not be closed: the others come first. */
  readonly #unclosed = new Set<string>()

  constructor(shell: BookShell, told: (note: NoteId, news: NoteNews) => void, clerk = new Clerk()) {
    this.#shell = shell
    this.#told = told
    this.#notes = new KnownNotes(shell.sealer, clerk)
  }

  /** What a screen that knows so much is missing. `then` runs before anything newer can be told. */
  open<T>(
    note: NoteId,
    known: Uint8Array,
    then: (seq: number, found: { readonly update: Uint8Array; readonly known: Uint8Array }) => T,
  ): Promise<T | undefined> {
    return this.#inTurn(note, async () => {
      const head = await readHead(this.#shell.pool, note)
      const seq = await this.#bringTo(this.#shell.pool, note, head)
      const found = await this.#notes.ask(this.#shell.pool, 'since', note, { known })
      if (found === undefined) return undefined
      this.#toldTo.set(keyOf(note), seq)
      return then(seq, found)
    })
  }

  /** Its text, for one who stays and listens. `then` ends before anything newer can be told. */
  read<T>(note: NoteId, then: (found: NoteText) => T | Promise<T>): Promise<T> {
    return this.#inTurn(note, async () => {
      const { seq, ...found } = await this.#text(note)
      const done = await then(found)
      this.#toldTo.set(keyOf(note), seq)
      return done
    })
  }

  text(note: NoteId): Promise<NoteText> {
    return this.#inTurn(note, () => this.#text(note))
  }

  async #text(note: NoteId): Promise<NoteText & { readonly seq: number }> {
    const { pool } = this.#shell
    const head = await readHead(pool, note)
    if (head.seq === 0) return { text: '', head, seq: 0 }
    const seq = await this.#bringTo(pool, note, head)
    return { text: await this.#notes.ask(pool, 'text', note, {}), head, seq }
  }

  /** Whether something of it may not have been told here yet, if it has come so far. */
  isBehind(note: NoteId, seq: number): boolean {
    return seq > (this.#toldTo.get(keyOf(note)) ?? 0)
  }

  /** Somebody else may have written: what is new is told. */
  look(note: NoteId): Promise<void> {
    return this.#inTurn(note, async () => {
      await this.#bringTo(this.#shell.pool, note, await readHead(this.#shell.pool, note))
    })
  }

  /** On the disk when it answers, or not at all. Throws `Overran` when the update kept the thread busy for too long. */
  write(note: NoteId, writer: Actor, sent: Uint8Array, origin: Origin): Promise<WriteAnswer> {
    return this.#inTurn(note, () =>
      this.#hold((db) => this.#write(db, note, writer, sent, origin)).then(
        (answer) => {
          if (!answer.ok) this.#notes.lost(note)
          else {
            this.#notes.cameTo(note, answer.seq)
            this.#toldUpTo(note, answer.seq)
          }
          return answer
        },
        async (error: unknown) => {
          await this.#notes.forget(note)
          throw error
        },
      ),
    )
  }

  async #write(
    db: Queryable,
    note: NoteId,
    writer: Actor,
    sent: Uint8Array,
    origin: Origin,
  ): Promise<WriteAnswer> {
    const { sealer } = this.#shell
    const head = await lockHead(db, note)
    await this.#bringTo(db, note, head)
    const at = this.#shell.clock()
    const [sitting] = await readSittings(db, note, 1)
    const over =
      sitting !== undefined &&
      (sitting.closed || at - sitting.endedAt > SITTING_ENDS_MS || at - sitting.beganAt > LONGEST_SITTING_MS)
    const before = over && !sitting.closed ? await this.#notes.ask(db, 'text', note, {}) : undefined
    const written = await this.#notes.ask(db, 'write', note, { update: sent })
    if (!written.ok) return written
    if (!written.changed) return { ok: true, seq: head.seq, mended: false }
    const seq = head.seq + 1
    if (before !== undefined && sitting) await closeSitting(db, sealer, note, sitting.number, before)
    await appendUpdate(db, sealer, note, { seq, at, personId: writer.id, update: written.update })
    const { id, name, role } = writer
    if (sitting === undefined || over) {
      await beginSitting(db, note, (sitting?.number ?? 0) + 1, at, { id, name, role })
    } else {
      const others = sitting.writers.filter((one) => one.id !== id)
      await goOnSitting(db, note, sitting.number, at, [...others, { id, name, role }])
    }
    if (sitting === undefined || over || !sitting.writers.some((one) => one.id === id)) {
      const number = (sitting?.number ?? 0) + (sitting === undefined || over ? 1 : 0)
      const act = { action: 'note.write', subject: note.caseId, detail: { side: note.side, sitting: number } }
      await auditAct(db, this.#shell, writer, act, origin)
    }
    if (seq - head.snapshotSeq >= MOST_LOOSE)
      await keepSnapshot(db, sealer, note, seq, await this.#notes.ask(db, 'state', note, {}))
    return { ok: true, seq, update: written.update, mended: written.mended }
  }

  /** Sittings that are over get their version, and their note lies in one piece again. */
  async closeSilent(): Promise<number> {
    const { pool, clock } = this.#shell
    const before = clock() - SITTING_ENDS_MS
    const silent = await readSilent(pool, before, MOST_CLOSED_AT_ONCE, [...this.#unclosed])
    let closed = 0
    for (const note of silent) {
      try {
        await this.#inTurn(note, () => this.#close(note, before))
        this.#unclosed.delete(keyOf(note))
        closed += 1
      } catch (err) {
        this.#unclosed.add(keyOf(note))
        this.#shell.log.warn({ err, caseId: note.caseId }, 'notes: a sitting could not be closed')
      }
    }
    return closed
  }

  #close(note: NoteId, before: number): Promise<void> {
    const { sealer } = this.#shell
    return this.#hold(async (db) => {
      const head = await lockHead(db, note)
      const [sitting] = await readSittings(db, note, 1)
      if (sitting === undefined || sitting.closed || sitting.endedAt >= before) return
      await this.#bringTo(db, note, head)
      await closeSitting(db, sealer, note, sitting.number, await this.#notes.ask(db, 'text', note, {}))
      await keepSnapshot(db, sealer, note, head.seq, await this.#notes.ask(db, 'state', note, {}))
    })
  }

  /** The thread's document as the table has it; what was not told here yet is told. */
  async #bringTo(db: Queryable, note: NoteId, head: NoteHead): Promise<number> {
    const known = this.#notes.of(note)
    const told = this.#toldTo.get(keyOf(note)) ?? head.seq
    const from = Math.min(known ?? head.seq, told)
    if (known !== undefined && from >= head.seq) return known
    const later = from >= head.snapshotSeq ? await readUpdates(db, this.#shell.sealer, note, from) : undefined
    const updatesAfter = (seq: number) => later?.filter((one) => one.seq > seq).map((one) => one.update)
    let seq = later?.at(-1)?.seq ?? from
    const missing = known === undefined ? undefined : updatesAfter(known)
    const taken = missing && (await this.#notes.take(note, missing, seq))
    if (!taken) seq = await this.#notes.load(db, note)
    const inStep = later !== undefined && (later.at(-1)?.seq ?? from) === seq
    if (seq > told) this.#told(note, { seq, updates: (inStep ? updatesAfter(told) : undefined) ?? 'all' })
    this.#toldUpTo(note, seq)
    return seq
  }

  #toldUpTo(note: NoteId, seq: number): void {
    if (this.#toldTo.has(keyOf(note))) this.#toldTo.set(keyOf(note), seq)
  }

  /** Nobody listens to this note here any more. */
  forgetListeners(note: NoteId): void {
    this.#toldTo.delete(keyOf(note))
  }

  /** One transaction, of no more than so many at once. */
  #hold<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.#writing.run('write', () => inTransaction(this.#shell.pool, work))
  }

  #inTurn<T>(note: NoteId, work: () => Promise<T>): Promise<T> {
    return inTurn(this.#lanes, keyOf(note), work)
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#lanes.values())
    await this.#notes.clerk.close()
  }
}
