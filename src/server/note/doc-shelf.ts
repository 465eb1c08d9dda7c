import * as Y from 'yjs'
import { MOST_NOTE_BYTES, MOST_TEXT, MOST_UPDATE_BYTES } from '#domain/case/case-note.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import { textDifference } from '#domain/shared/text-difference.ts'
import { MOST_ON_SHELF } from './note-key.ts'

/** The one root of a note's document. */
const ROOT = 'text'

type Doc = {
  readonly doc: Y.Doc
  readonly text: Y.Text
  /** At most so large: what it was when measured, and every update since. */
  bytes: number
}

export type Written =
  /** All of it was there before: sent twice, or an answer that was lost. */
  | { readonly ok: true; readonly changed: false }
  /** `update` is what is kept and told; `mended`: it is not what was sent, for a long number was hidden in it. */
  | { readonly ok: true; readonly changed: true; readonly update: Uint8Array; readonly mended: boolean }
  | { readonly ok: false; readonly why: 'gap' | 'not-an-update' | 'too-long' | 'too-large' }

export type ApplyUpdate = (doc: Y.Doc, update: Uint8Array, origin?: unknown) => void

/**
 * The documents that are being written in, by key. The only place of the server that decodes what a screen sent, and
 * it runs in a thread of its own. After a refusal a document is forgotten: whoever asks next brings it from the table.
 */
export class DocShelf {
  readonly #docs = new Map<string, Doc>()
  readonly #apply: ApplyUpdate

  /** `apply` reads V1. A test gives the reader of V2, which hangs. */
  constructor(apply: ApplyUpdate = Y.applyUpdate) {
    this.#apply = apply
  }

  has(key: string): boolean {
    return this.#docs.has(key)
  }

  forget(key: string): void {
    this.#docs.get(key)?.doc.destroy()
    this.#docs.delete(key)
  }

  /** As the table has it. */
  load(key: string, updates: readonly Uint8Array[]): void {
    this.forget(key)
    const doc = new Y.Doc()
    const fresh = { doc, text: doc.getText(ROOT), bytes: 0 }
    this.#docs.set(key, fresh)
    const [oldest] = this.#docs.keys()
    if (this.#docs.size > MOST_ON_SHELF && oldest !== undefined) this.forget(oldest)
    this.take(key, updates)
  }

  /** What other instances wrote: it is in the table, so it was looked at. */
  take(key: string, updates: readonly Uint8Array[]): void {
    const held = this.#of(key)
    for (const update of updates) {
      Y.applyUpdate(held.doc, update)
      held.bytes += update.byteLength
    }
  }

  write(key: string, sent: Uint8Array): Written {
    const written = this.#write(this.#of(key), sent)
    if (!written.ok) this.forget(key)
    return written
  }

  #write(held: Doc, sent: Uint8Array): Written {
    if (sent.byteLength > MOST_UPDATE_BYTES) return { ok: false, why: 'too-large' }
    const { doc, text } = held
    const before = Y.encodeStateVector(doc)
    let changed = false
    const noticed = () => (changed = true)
    doc.on('update', noticed)
    try {
      this.#apply(doc, sent)
    } catch {
      return { ok: false, why: 'not-an-update' }
    } finally {
      doc.off('update', noticed)
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { ok: false, why: 'gap' }
    if (!changed) return { ok: true, changed: false }
    if (!isPlainText(doc, text)) return { ok: false, why: 'not-an-update' }
    if (text.length > MOST_TEXT) return { ok: false, why: 'too-long' }
    const mended = hideLongNumbers(text)
    const update = mended ? Y.encodeStateAsUpdate(doc, before) : sent
    held.bytes += update.byteLength
    if (held.bytes > MOST_NOTE_BYTES) held.bytes = Y.encodeStateAsUpdate(doc).byteLength
    if (held.bytes > MOST_NOTE_BYTES) return { ok: false, why: 'too-large' }
    return { ok: true, changed: true, update, mended }
  }

  /** What a screen that knows so much is missing, and what this side knows. */
  since(
    key: string,
    known: Uint8Array,
  ): { readonly update: Uint8Array; readonly known: Uint8Array } | undefined {
    const { doc } = this.#of(key)
    try {
      const update = known.byteLength === 0 ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdate(doc, known)
      return { update, known: Y.encodeStateVector(doc) }
    } catch {
      return undefined
    }
  }

  textOf(key: string): string {
    return maskLongNumbers(this.#of(key).text.toJSON())
  }

  /** All of it in one update, for the table. */
  stateOf(key: string): Uint8Array {
    return Y.encodeStateAsUpdate(this.#of(key).doc)
  }

  #of(key: string): Doc {
    const held = this.#docs.get(key)
    if (held === undefined) throw new Error('not on the shelf')
    this.#docs.delete(key)
    this.#docs.set(key, held) // the longest unused goes first
    return held
  }
}

/** Words and nothing else: no other root, nothing embedded, no formatting in which things could be hidden. */
function isPlainText(doc: Y.Doc, text: Y.Text): boolean {
  if (doc.share.size !== 1) return false
  return (text.toDelta() as readonly { readonly insert: unknown; readonly attributes?: unknown }[]).every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  )
}

/** What looks like a NIK leaves the text as it leaves every other free text; said whether there was one. */
function hideLongNumbers(text: Y.Text): boolean {
  const before = text.toJSON()
  const after = maskLongNumbers(before)
  if (after === before) return false
  const { from, to, insert } = textDifference(before, after)
  text.doc?.transact(() => {
    text.delete(from, to - from)
    text.insert(from, insert)
  })
  return true
}
