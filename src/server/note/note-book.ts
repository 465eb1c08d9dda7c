import type { Actor } from '#domain/access/actor.ts'
import type { NoteRefusal } from '#domain/case/case-note.ts'
import { LONGEST_SITTING_MS, SITTING_ENDS_MS } from '#domain/case/case-note.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { Lanes } from '#server/case/in-turn.ts'
import { inTurn } from '#server/case/in-turn.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'
import { Clerk, MISSING } from './clerk.ts'
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
  readWhole,
} from './note-table.ts'
import type { Answers, Asks } from './serve-shelf.ts'

export type BookShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'log'>
/** What an instance learnt of a note: these updates, up to this number; `all`: they can no longer be told one by one. */
export type NoteNews = { readonly seq: number; readonly updates: readonly Uint8Array[] | 'all' }
export type WriteAnswer =
  | { readonly ok: true; readonly seq: number; readonly update?: Uint8Array; readonly mended: boolean }
  | { readonly ok: false; readonly why: NoteRefusal }

/** So many updates, and they are put into one piece. */
const MOST_LOOSE = 200
const MOST_CLOSED_AT_ONCE = 50

/**
 * The notes as one instance works with them: the table is the truth, the thread's documents are its copy. Each note is
 * worked on in turn here, and under its row's lock among instances. `told` hears what others wrote, in order.
 */
export class NoteBook {
  readonly clerk: Clerk
  readonly #shell: BookShell
  readonly #told: (note: NoteId, news: NoteNews) => void
  readonly #lanes: Lanes = new Map()
  /** The number that the thread's document stands at; what is not here is not on its shelf. */
  readonly #known = new Map<string, number>()
  /** The number up to which it was told here. */
  readonly #toldTo = new Map<string, number>()

  constructor(shell: BookShell, told: (note: NoteId, news: NoteNews) => void, clerk = new Clerk()) {
    this.#shell = shell
    this.#told = told
    this.clerk = clerk
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
      const found = await this.#ask('since', note, { known })
      return found && then(seq, found)
    })
  }

  text(note: NoteId): Promise<{ readonly text: string; readonly head: NoteHead }> {
    return this.#inTurn(note, async () => {
      const head = await readHead(this.#shell.pool, note)
      if (head.seq === 0) {
        if (!this.#toldTo.has(keyOf(note))) this.#toldTo.set(keyOf(note), 0)
        return { text: '', head }
      }
      await this.#bringTo(this.#shell.pool, note, head)
      return { text: await this.#ask('text', note, {}), head }
    })
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
      inTransaction(this.#shell.pool, (db) => this.#write(db, note, writer, sent, origin)).then(
        (answer) => {
          if (!answer.ok) this.#known.delete(keyOf(note)) // the thread forgot it over this
          else for (const numbers of [this.#known, this.#toldTo]) numbers.set(keyOf(note), answer.seq)
          return answer
        },
        async (error: unknown) => {
          // Whatever the thread holds now, the table does not have it.
          this.#known.delete(keyOf(note))
          await this.clerk.ask('forget', keyOf(note), {}).catch(() => undefined)
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
    const before = over && !sitting.closed ? await this.#ask('text', note, {}) : undefined
    const written = await this.#ask('write', note, { update: sent })
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
      await keepSnapshot(db, sealer, note, seq, await this.#ask('state', note, {}))
    return { ok: true, seq, update: written.update, mended: written.mended }
  }

  /** Sittings that are over get their version, and their note lies in one piece again. */
  async closeSilent(): Promise<number> {
    const { pool, clock } = this.#shell
    const before = clock() - SITTING_ENDS_MS
    const silent = await readSilent(pool, before, MOST_CLOSED_AT_ONCE)
    for (const note of silent) await this.#inTurn(note, () => this.#close(note, before))
    return silent.length
  }

  #close(note: NoteId, before: number): Promise<void> {
    const { pool, sealer } = this.#shell
    return inTransaction(pool, async (db) => {
      const head = await lockHead(db, note)
      const [sitting] = await readSittings(db, note, 1)
      if (sitting === undefined || sitting.closed || sitting.endedAt >= before) return
      await this.#bringTo(db, note, head)
      await closeSitting(db, sealer, note, sitting.number, await this.#ask('text', note, {}))
      await keepSnapshot(db, sealer, note, head.seq, await this.#ask('state', note, {}))
    })
  }

  /** The thread's document as the table has it; what was not told here yet is told. */
  async #bringTo(db: Queryable, note: NoteId, head: NoteHead): Promise<number> {
    const key = keyOf(note)
    const known = this.#known.get(key)
    const told = this.#toldTo.get(key) ?? head.seq
    const from = Math.min(known ?? head.seq, told)
    if (known !== undefined && from >= head.seq) return known
    const later = from >= head.snapshotSeq ? await readUpdates(db, this.#shell.sealer, note, from) : undefined
    const updatesAfter = (seq: number) => later?.filter((one) => one.seq > seq).map((one) => one.update)
    let seq = later?.at(-1)?.seq ?? from
    const missing = known === undefined ? undefined : updatesAfter(known)
    const taken = missing && (await this.clerk.ask('take', key, { updates: missing })) !== MISSING
    if (taken) this.#known.set(key, seq)
    else seq = await this.#load(db, note)
    const inStep = later !== undefined && (later.at(-1)?.seq ?? from) === seq
    if (seq > told) this.#told(note, { seq, updates: (inStep ? updatesAfter(told) : undefined) ?? 'all' })
    this.#toldTo.set(key, seq)
    return seq
  }

  async #load(db: Queryable, note: NoteId): Promise<number> {
    const { seq, updates } = await readWhole(db, this.#shell.sealer, note)
    await this.clerk.ask('load', keyOf(note), { updates })
    this.#known.set(keyOf(note), seq)
    return seq
  }

  /** Nobody listens to this note here any more. */
  forgetListeners(note: NoteId): void {
    this.#toldTo.delete(keyOf(note))
  }

  /** Asks the thread; a document that it lost with another one's bad update is brought again. */
  async #ask<Do extends 'write' | 'since' | 'text' | 'state'>(
    what: Do,
    note: NoteId,
    more: Asks[Do],
  ): Promise<Answers[Do]> {
    const first = await this.clerk.ask(what, keyOf(note), more)
    if (first !== MISSING) return first
    await this.#load(this.#shell.pool, note)
    const second = await this.clerk.ask(what, keyOf(note), more)
    if (second === MISSING) throw new Error('a note does not stay on the shelf')
    return second
  }

  #inTurn<T>(note: NoteId, work: () => Promise<T>): Promise<T> {
    return inTurn(this.#lanes, keyOf(note), work)
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#lanes.values())
    await this.clerk.close()
  }
}
