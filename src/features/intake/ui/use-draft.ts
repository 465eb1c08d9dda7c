import { useEffect, useState } from 'react'
import type { Refusal } from '#domain/case/refusal.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { holdWhileOpen } from '#client/device/locks.ts'
import { formLock } from '#client/outbox/adopt-unsent.ts'
import type { LiveOutbox } from '#client/outbox/live-outbox.ts'
import { useOutbox } from '#client/outbox/use-outbox.ts'
import { api } from '#client/trpc.ts'
import { Draft } from './draft.ts'
import { PaperSender } from './paper-sender.ts'
import { loadKind } from './service-kinds.ts'

export type OpenForm = {
  readonly draft: Draft
  readonly sender: PaperSender
  readonly kind: KindDefinition
  readonly place: { readonly negeri: string; readonly kecamatan: string }
  /** How far this device's clock is behind the server's; 0 while the server cannot be asked. */
  readonly clockAheadMs: number
}
export type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly submitted: boolean }
  | { readonly state: 'open'; readonly form: OpenForm }

const AGAIN_MS = 5_000

/**
 * Opens a case for writing: at once from what lies on this device, and then as the Dinas has it. A form that was never
 * opened here needs the Dinas once.
 */
export function useDraft(caseId: string): Opening {
  const live = useOutbox()
  const [opening, setOpening] = useState<Opening>({ state: 'loading' })
  useEffect(() => {
    if (live === undefined) return
    const opener = new Opener(caseId, live, setOpening)
    void opener.open()
    return () => opener.close()
  }, [live, caseId])
  return opening
}

class Opener {
  readonly #caseId: string
  readonly #live: LiveOutbox
  readonly #store: DeviceStore
  readonly #show: (opening: Opening) => void
  #form: OpenForm | undefined
  #gone = false
  #release: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(caseId: string, live: LiveOutbox, show: (opening: Opening) => void) {
    this.#caseId = caseId
    this.#live = live
    this.#store = live.outbox.store
    this.#show = show
  }

  close(): void {
    this.#gone = true
    clearTimeout(this.#timer)
    this.#form?.sender.close()
    const closed = this.#form?.draft.close() ?? Promise.resolve()
    void closed.finally(() => this.#release?.())
  }

  async open(): Promise<void> {
    // Held before it is read: nobody else puts its half-typed words into the outbox meanwhile.
    const release = await holdWhileOpen(formLock(this.#caseId))
    if (this.#gone) return release()
    this.#release = release
    const entry = await this.#store.get('draft', this.#caseId)
    if (entry !== undefined) await this.#begin(entry, 0)
    await this.#ask()
  }

  async #ask(): Promise<void> {
    const answer = await api.intake.open.query({ caseId: this.#caseId }).catch(() => undefined)
    if (this.#gone) return
    if (answer === undefined) {
      if (this.#form === undefined) this.#show({ state: 'unreachable' })
      this.#timer = setTimeout(() => void this.#ask(), AGAIN_MS)
    } else if (answer.ok) {
      if (this.#form !== undefined) return this.#form.draft.told(answer.draft)
      const entry = entryOf(answer.draft, answer.place)
      await this.#store.write([{ keep: entry }])
      await this.#begin(entry, answer.now - Date.now())
    } else await this.#refused(answer.refusal, answer.submitted)
  }

  /** Begun here and not there yet: the Dinas cannot know it. Left behind with nothing waiting: it is gone from here. */
  async #refused(refusal: Refusal, submitted: boolean): Promise<void> {
    const draft = this.#form?.draft
    const state = draft?.snapshot()
    if (state?.view.version === 0) return
    if (draft !== undefined && state?.kept !== 'dinas') return draft.overrule(refusal)
    if (draft !== undefined) await this.#store.write([{ drop: 'draft', id: this.#caseId }])
    this.#show({ state: 'refused', refusal, submitted })
  }

  async #begin(entry: DraftEntry, clockAheadMs: number): Promise<void> {
    const kind = await loadKind(entry.view.service, entry.view.kind)
    if (this.#gone) return
    const applicantOf = (view: DraftView) =>
      kind.applicantName({ answers: view.answers, reportOn: '2000-01-01' }) ?? ''
    const draft = new Draft(entry, this.#store, this.#live, applicantOf)
    this.#form = { draft, sender: new PaperSender(draft, this.#live), kind, place: entry.place, clockAheadMs }
    this.#show({ state: 'open', form: this.#form })
  }
}

export function entryOf(view: DraftView, place: DraftEntry['place']): DraftEntry {
  const now = Date.now()
  return {
    kind: 'draft',
    id: view.caseId,
    view,
    place,
    unsent: { changed: {}, base: {} },
    beganAt: now,
    toldAt: view.version === 0 ? null : now,
  }
}
