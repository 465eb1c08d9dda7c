import type { Refusal } from '#domain/case/refusal.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { DraftEntry, ItemAbout, OutboxItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { typedOver } from '#client/device/keep-typed.ts'
import { foldDraft } from '#client/outbox/fold-draft.ts'
import type { LiveOutbox } from '#client/outbox/live-outbox.ts'
import type { Also } from '#client/outbox/outbox.ts'
import { DraftDisk } from './draft-disk.ts'
import type { DraftState } from './draft-state.ts'
import { draftState } from './draft-state.ts'

/** What is known of one form on this screen: its entry, what of it waits in the outbox, and who is told of both. */
export class DraftModel {
  entry: DraftEntry
  /** What of this form waits to be sent. */
  items: readonly OutboxItem[] = []
  state: DraftState
  /** Typed, and not on the disk yet. */
  onPage = false
  /** Between the form's own entry and the outbox: on the disk, and not yet seen there. */
  posting = 0
  overruled: Refusal | undefined
  readonly disk: DraftDisk
  readonly live: LiveOutbox
  readonly #applicantOf: (view: DraftView) => string
  readonly #listeners = new Set<() => void>()
  #line: Promise<unknown> = Promise.resolve()

  constructor(
    entry: DraftEntry,
    store: DeviceStore,
    live: LiveOutbox,
    applicantOf: (view: DraftView) => string,
  ) {
    this.entry = entry
    this.disk = new DraftDisk(store, entry.id)
    this.live = live
    this.#applicantOf = applicantOf
    this.items = this.#ownItems()
    this.state = this.#stateNow()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  become(): void {
    this.state = this.#stateNow()
    for (const listener of this.#listeners) listener()
  }

  /** One after the other: what reads the entry finds what was written before it. */
  inLine<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#line.then(work, work)
    this.#line = next.catch(() => undefined)
    return next
  }

  /** Resolves when everything that stands in line is done. */
  get idle(): Promise<unknown> {
    return this.#line
  }

  /** Who and what this is, kept beside each item of the outbox. */
  about(): ItemAbout {
    const { view } = this.state
    return {
      service: view.service,
      caseKind: view.kind,
      applicant: this.#applicantOf(view),
      number: view.number,
    }
  }

  put(command: CaseCommand, also?: Also): Promise<readonly string[]> {
    const { id, view } = this.entry
    return this.live.outbox.put(
      [{ caseId: id, about: this.about(), command, seenVersion: view.version }],
      also,
    )
  }

  outboxMoved(): void {
    const next = this.#ownItems()
    const gone = this.items.filter((item) => !next.some((one) => one.id === item.id))
    this.items = next
    if (gone.length > 0) {
      // Their words are in the form's entry by now: nothing flickers back while it is read.
      const view = gone.reduce(
        (folded, item) => (item.what === 'command' ? foldDraft(folded, item.command) : folded),
        this.entry.view,
      )
      this.entry = { ...this.entry, view }
      void this.inLine(() => this.reread())
    }
    this.become()
  }

  async reread(): Promise<void> {
    const kept = await this.disk.read()
    // What is being typed here is newer than what was written.
    if (kept !== undefined) this.entry = typedOver(kept, this.entry)
    this.become()
  }

  #ownItems(): readonly OutboxItem[] {
    return this.live.snapshot().items.filter((item) => item.caseId === this.entry.id)
  }

  #stateNow(): DraftState {
    return draftState({
      entry: this.entry,
      items: this.items,
      onPage: this.onPage,
      full: this.disk.full,
      posting: this.posting > 0,
      overruled: this.overruled,
    })
  }
}
