import type { PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { FILE_REFUSALS } from '#domain/intake/paper-file.ts'
import type { PaperItem } from '#client/device/device-entry.ts'
import { DeviceFull } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import type { LiveOutbox } from '#client/outbox/live-outbox.ts'
import { sha256Of } from '#client/sha256.ts'
import type { Draft } from './draft.ts'
import { preparePaper } from './shrink-photo.ts'

/** One photo on its way, as the list shows it. */
export type Sending = {
  readonly id: string
  readonly ruleId: string
  readonly total: number
  readonly sent: number
  /** `queued`: on this device, safe; `waiting`: part of it is over, the line is cut. */
  readonly state: 'preparing' | 'queued' | 'sending' | 'waiting' | 'refused'
  readonly why?: FileRefusalCode | 'device-full'
}

/** A paper made ready: shrunk, straightened and stripped, with what the device found of it. */
export type ReadyPaper = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mime: string
  readonly verdict?: PaperVerdict
  readonly page?: number
}

/**
 * The papers of one form that the Dinas does not have yet. Each lies on the device, sealed, before it is shown as
 * safe; the outbox brings it over. It leaves this list by acknowledgement or by hand.
 */
export class PaperSender {
  readonly #draft: Draft
  readonly #live: LiveOutbox
  readonly #listeners = new Set<() => void>()
  readonly #off: () => void
  /** Not on the device yet, or not to be taken at all. */
  #desk: readonly Sending[] = []
  #state: readonly Sending[] = []

  constructor(draft: Draft, live: LiveOutbox) {
    this.#draft = draft
    this.#live = live
    this.#off = live.subscribe(() => this.#look())
    this.#look()
  }

  close(): void {
    this.#off()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): readonly Sending[] => this.#state

  /** A file as it was chosen. */
  async add(file: File, ruleId: string, replaces: string | undefined): Promise<void> {
    const id = newId()
    this.#put({ id, ruleId, total: file.size, sent: 0, state: 'preparing' })
    const prepared = await preparePaper(file)
    if (!prepared.ok)
      return this.#put({ id, ruleId, total: file.size, sent: 0, state: 'refused', why: prepared.why })
    await this.keep(prepared, ruleId, replaces, id)
  }

  /** A paper that is ready: on the disk, with its place in the outbox, when this returns. */
  async keep(
    paper: ReadyPaper,
    ruleId: string,
    replaces: string | undefined,
    paperId: string = newId(),
  ): Promise<void> {
    const { bytes, mime, verdict, page } = paper
    const sha256 = await sha256Of(new Blob([bytes]))
    const more = {
      ...(replaces === undefined ? {} : { replaces }),
      ...(verdict === undefined ? {} : { verdict }),
    }
    const caseId = this.#draft.caseId
    const facts = { ruleId, bytes: bytes.length, sha256, ...more }
    try {
      await this.#live.outbox.put(
        [{ caseId, about: this.#draft.about(), paper: { paperId, ...facts } }],
        [
          {
            keep: {
              kind: 'paper',
              id: paperId,
              caseId,
              mime,
              takenAt: Date.now(),
              ...facts,
              ...(page === undefined ? {} : { page }),
            },
            bytes,
          },
        ],
      )
      this.#desk = this.#desk.filter((one) => one.id !== paperId)
    } catch (error) {
      if (!(error instanceof DeviceFull)) throw error
      return this.#put({
        id: paperId,
        ruleId,
        total: bytes.length,
        sent: 0,
        state: 'refused',
        why: 'device-full',
      })
    }
    this.#look()
  }

  async drop(id: string): Promise<void> {
    this.#desk = this.#desk.filter((one) => one.id !== id)
    const item = this.#items().find((one) => one.paperId === id)
    if (item !== undefined) await this.#live.outbox.discard(item.id)
    this.#look()
  }

  #items(): readonly PaperItem[] {
    return this.#live
      .snapshot()
      .items.filter((item): item is PaperItem => item.what === 'paper' && item.caseId === this.#draft.caseId)
  }

  #put(one: Sending): void {
    this.#desk = [...this.#desk.filter((other) => other.id !== one.id), one]
    this.#look()
  }

  #look(): void {
    const { sent, sender } = this.#live.snapshot()
    const waiting = this.#items().map((item): Sending => {
      const base = { id: item.paperId, ruleId: item.ruleId, total: item.bytes, sent: sent.get(item.id) ?? 0 }
      if (item.trouble !== undefined) return { ...base, state: 'refused', why: codeOf(item.trouble.why) }
      const moving = sent.has(item.id) && sender === 'sending'
      return { ...base, state: moving ? 'sending' : item.uploadUrl === undefined ? 'queued' : 'waiting' }
    })
    const known = new Set(waiting.map((one) => one.id))
    this.#state = [...waiting, ...this.#desk.filter((one) => !known.has(one.id))]
    for (const listener of this.#listeners) listener()
  }
}

const codeOf = (why: string): FileRefusalCode => FILE_REFUSALS.find((known) => known === why) ?? 'not-now'
