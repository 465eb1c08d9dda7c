import type { Queryable } from '#server/case/rows.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import type { Clerk } from './clerk.ts'
import { MISSING } from './clerk.ts'
import type { NoteId } from './note-key.ts'
import { keyOf, MOST_ON_SHELF } from './note-key.ts'
import { readWhole } from './note-table.ts'
import type { Answers, Asks } from './serve-shelf.ts'

/**
 * The thread's documents, and the number that each stands at. Reading the table goes over the connection that the asker
 * gives: who holds one in a transaction never waits for a second.
 */
export class KnownNotes {
  readonly clerk: Clerk
  readonly #sealer: Pick<Sealer, 'sealBytes' | 'openBytes' | 'seal' | 'open'>
  readonly #known = new Map<string, number>()

  constructor(sealer: Pick<Sealer, 'sealBytes' | 'openBytes' | 'seal' | 'open'>, clerk: Clerk) {
    this.#sealer = sealer
    this.clerk = clerk
  }

  /** What is not here is not believed to be on the shelf. */
  of(note: NoteId): number | undefined {
    return this.#known.get(keyOf(note))
  }

  /** As many as the shelf holds. */
  cameTo(note: NoteId, seq: number): void {
    this.#known.delete(keyOf(note))
    this.#known.set(keyOf(note), seq)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MOST_ON_SHELF && oldest !== undefined) this.#known.delete(oldest)
  }

  /** The thread forgot it over a refusal. */
  lost(note: NoteId): void {
    this.#known.delete(keyOf(note))
  }

  /** Whatever the thread holds now, the table does not have it. */
  async forget(note: NoteId): Promise<void> {
    this.lost(note)
    await this.clerk.ask('forget', keyOf(note), {}).catch(() => undefined)
  }

  /** What others wrote; false: the document is not there any more. */
  async take(note: NoteId, updates: readonly Uint8Array[], seq: number): Promise<boolean> {
    if ((await this.clerk.ask('take', keyOf(note), { updates })) === MISSING) return false
    this.cameTo(note, seq)
    return true
  }

  async load(db: Queryable, note: NoteId): Promise<number> {
    const { seq, updates } = await readWhole(db, this.#sealer, note)
    await this.clerk.ask('load', keyOf(note), { updates })
    this.cameTo(note, seq)
    return seq
  }

  /** Asks the thread; a document that it lost with another one's bad update is brought again. */
  async ask<Do extends 'write' | 'since' | 'text' | 'state'>(
    db: Queryable,
    what: Do,
    note: NoteId,
    more: Asks[Do],
  ): Promise<Answers[Do]> {
    const first = await this.clerk.ask(what, keyOf(note), more)
    if (first !== MISSING) return first
    await this.load(db, note)
    const second = await this.clerk.ask(what, keyOf(note), more)
    if (second === MISSING) throw new Error('a note does not stay on the shelf')
    return second
  }
}
