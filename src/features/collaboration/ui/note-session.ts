import * as Y from 'yjs'
import type { NoteRefusal } from '#domain/case/case-note.ts'
import { gatherUpdates, MOST_SENT_BYTES } from './gather-updates.ts'
import type { NoteKeep } from './note-keep.ts'
import type { NoteLine } from './note-line.ts'
import { bytesOf } from './note-line.ts'
import type { NoteState } from './note-state.ts'

/** What came from elsewhere is not sent there again. */
const ELSEWHERE = Symbol('elsewhere')
const SEND_AFTER_MS = 120
const KEEP_AFTER_MS = 250
const AGAIN_AFTER_MS = 1_500
const MOST_GAPS = 3
const MANY = 20

/**
 * One note on this screen: the document, the words of this screen that the Dinas has not acknowledged, and an honest
 * account of where they are. Edits go on without a line; when it comes back, what either side is missing is exchanged.
 */
export class NoteSession {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText('text')
  readonly #line: NoteLine
  readonly #keep: NoteKeep | undefined
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[] = []
  /** In order; the first of them may be on their way. */
  #waiting: Uint8Array[] = []
  #keptCount = 0
  #opening = false
  #sending = false
  #sendTimer: ReturnType<typeof setTimeout> | undefined
  #willKeep = false
  #keeping: Promise<void> = Promise.resolve()
  #closing = false
  #gaps = 0
  #state: NoteState

  constructor(line: NoteLine, keep: NoteKeep | undefined) {
    this.#line = line
    this.#keep = keep
    this.#state = {
      opened: false,
      connected: line.connected,
      place: 'dinas',
      savedAt: undefined,
      refused: undefined,
      keeps: keep !== undefined,
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== ELSEWHERE) this.#typed(update)
    })
    this.#stops.push(
      line.hear('note-news', ([, update]) => this.#hear(update as ArrayBuffer)),
      line.hear('note-behind', () => void this.#open()),
      line.hear('note-closed', () => this.#refuse('not-found')),
      line.onLine(() => this.#lineChanged()),
    )
    void this.#begin()
  }

  get state(): NoteState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Nobody looks any more. Words that wait are still sent; `then` is called when nothing is left to do. */
  close(then: () => void): void {
    this.#closing = true
    const settle = () => {
      if (this.#closing && this.#waiting.length > 0 && this.#state.refused === undefined) return
      stop()
      if (!this.#closing) return
      this.#stops.forEach((each) => each())
      clearTimeout(this.#sendTimer)
      then()
    }
    const stop = this.subscribe(settle)
    settle()
  }

  /** Somebody looks again before it was closed: what was said meanwhile is asked for. */
  reopen(): void {
    if (!this.#closing) return
    this.#closing = false
    void this.#open()
  }

  /** Nobody looks: then the words that wait are sent, and nothing is listened to. */
  #lineChanged(): void {
    if (this.#line.connected && !this.#closing) return void this.#open()
    this.#show({})
    this.#sendSoon(0)
  }

  async #begin(): Promise<void> {
    const left = (await this.#keep?.left().catch(() => [])) ?? []
    for (const update of left) this.#apply(update)
    if (left.length > 0) {
      this.#waiting = [...left, ...this.#waiting]
      this.#keptCount = left.length
      this.#show({})
    }
    await this.#open()
  }

  async #open(): Promise<void> {
    if (this.#opening || !this.#line.connected) return this.#show({})
    this.#opening = true
    try {
      const answer = await this.#line.open(Y.encodeStateVector(this.doc))
      if (!answer.ok) return answer.why === 'slow-down' ? this.#openAgain() : this.#refuse(answer.why)
      this.#apply(bytesOf(answer.update))
      this.#show({ opened: true, refused: undefined })
    } catch {
      if (this.#line.connected) this.#openAgain()
    } finally {
      this.#opening = false
    }
    this.#sendSoon(0)
  }

  #openAgain(): void {
    setTimeout(() => void this.#open(), AGAIN_AFTER_MS)
  }

  #hear(update: ArrayBuffer): void {
    this.#apply(bytesOf(update))
    // It builds on something that was lost on the way.
    if (this.doc.store.pendingStructs !== null) void this.#open()
  }

  #apply(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.doc, update, ELSEWHERE)
    } catch {
      // Not an update: what it was meant to say comes with the next opening.
    }
  }

  #typed(update: Uint8Array): void {
    this.#waiting.push(update)
    this.#show(this.#state.refused === 'too-long' ? { refused: undefined } : {})
    this.#sendSoon(SEND_AFTER_MS)
    this.#keepSoon()
  }

  #sendSoon(after: number): void {
    if (this.#sending || this.#waiting.length === 0) return
    this.#sendTimer ??= setTimeout(() => {
      this.#sendTimer = undefined
      void this.#send()
    }, after)
  }

  async #send(): Promise<void> {
    const { opened, refused } = this.#state
    if (this.#sending || !this.#line.connected || !opened || refused !== undefined) return
    let [count, bytes] = [0, 0]
    for (const update of this.#waiting) {
      if (count > 0 && bytes + update.byteLength > MOST_SENT_BYTES) break
      count += 1
      bytes += update.byteLength
    }
    if (count === 0) return
    this.#sending = true
    const answer = await this.#line.send(Y.mergeUpdates(this.#waiting.slice(0, count))).catch(() => undefined)
    this.#sending = false
    if (answer === undefined) return this.#sendSoon(AGAIN_AFTER_MS)
    if (answer.ok) {
      this.#gaps = 0
      this.#waiting.splice(0, count)
      this.#keptCount = Math.max(0, this.#keptCount - count)
      if (this.#waiting.length === 0) void this.#keep?.settled().catch(() => undefined)
      this.#keepSoon()
      this.#show({ savedAt: Date.now() })
      return this.#sendSoon(0)
    }
    if (answer.why === 'slow-down') return this.#sendSoon(AGAIN_AFTER_MS)
    this.#gaps += 1
    if (answer.why === 'gap' && this.#gaps <= MOST_GAPS) return this.#sendAll()
    this.#refuse(answer.why)
  }

  /** The Dinas is missing something that these build on: all that it does not have, in one piece. */
  async #sendAll(): Promise<void> {
    const answer = await this.#line.open(Y.encodeStateVector(this.doc)).catch(() => undefined)
    if (answer?.ok) {
      this.#apply(bytesOf(answer.update))
      this.#waiting = [Y.encodeStateAsUpdate(this.doc, bytesOf(answer.known))]
    }
    this.#sendSoon(AGAIN_AFTER_MS)
  }

  #keepSoon(): void {
    if (this.#keep === undefined || this.#willKeep) return
    this.#willKeep = true
    setTimeout(() => {
      this.#willKeep = false
      this.#keeping = this.#keeping.then(() => this.#keepNow())
    }, KEEP_AFTER_MS)
  }

  async #keepNow(): Promise<void> {
    this.#gather()
    const now = [...this.#waiting]
    const kept = await this.#keep?.write(now).then(
      () => true,
      () => false, // the device is full: then it is not said
    )
    if (!kept) return
    // What was acknowledged meanwhile has left the front.
    this.#keptCount = this.#waiting.filter((update) => now.includes(update)).length
    this.#show({})
  }

  /** Hours without a line are thousands of letters: they are kept and sent in few pieces. */
  #gather(): void {
    if (this.#sending || this.#waiting.length < MANY) return
    this.#waiting = gatherUpdates(this.#waiting)
    this.#keptCount = 0
  }

  #refuse(why: NoteRefusal): void {
    this.#show({ refused: why })
  }

  #show(change: Partial<NoteState>): void {
    const { connected } = this.#line
    const waits = this.#waiting.length
    const kept = waits <= this.#keptCount && this.#keep !== undefined
    const place =
      waits === 0
        ? 'dinas'
        : kept
          ? 'device'
          : connected && this.#state.refused === undefined
            ? 'sending'
            : 'memory'
    const next = { ...this.#state, connected, ...change, place } as const
    const same = (Object.keys(next) as (keyof NoteState)[]).every((key) => next[key] === this.#state[key])
    this.#state = next
    if (!same || this.#closing) for (const listener of this.#listeners) listener()
  }
}
