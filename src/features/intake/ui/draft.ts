import type { CaseCommand } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type { AnswerValue } from '#domain/service/answers.ts'
import type { DraftEntry, ItemAbout, OutboxItem, Unsent } from '#client/device/device-entry.ts'
import { DeviceFull } from '#client/device/device-store.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { keepTyped, typedOver } from '#client/device/keep-typed.ts'
import { answersFaults, withoutRepairWords, withRepairWord } from '#client/device/repair-words.ts'
import { currentConnection, onConnection } from '#client/live/live.ts'
import { foldDraft } from '#client/outbox/fold-draft.ts'
import { leavesTheSide, planOf } from '#client/outbox/lanes.ts'
import type { LiveOutbox } from '#client/outbox/live-outbox.ts'
import type { Also } from '#client/outbox/outbox.ts'
import { api } from '#client/trpc.ts'
import type { DraftState } from './draft-state.ts'
import { draftState } from './draft-state.ts'

/** How an act that ends the form came out. `waits`: it is safe on the device and sends itself. */
export type Outcome = ItemResult | { readonly result: 'waits-here' }

const POST_AFTER_MS = 350
const ANSWER_WITHIN_MS = 10_000
const NOTHING: Unsent = { changed: {}, base: {} }

/**
 * One form on this screen. Every change is on the device first: while it is typed in the form's own entry, once the
 * field is left in the outbox, field by field with what the screen knew before. Works the same without a network.
 */
export class Draft {
  readonly #store: DeviceStore
  readonly #live: LiveOutbox
  readonly #applicantOf: (view: DraftView) => string
  readonly #listeners = new Set<() => void>()
  readonly #offs: (() => void)[]
  #entry: DraftEntry
  #items: readonly OutboxItem[] = []
  #state: DraftState
  #onPage = false
  /** Between the form's own entry and the outbox: on the disk, and not yet seen there. */
  #posting = 0
  #full = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #line: Promise<unknown> = Promise.resolve()
  #offNews: (() => void) | undefined
  #overruled: Refusal | undefined

  constructor(
    entry: DraftEntry,
    store: DeviceStore,
    live: LiveOutbox,
    applicantOf: (view: DraftView) => string,
  ) {
    this.#entry = entry
    this.#store = store
    this.#live = live
    this.#applicantOf = applicantOf
    this.#items = this.#ownItems()
    this.#state = this.#stateNow()
    this.#offs = [
      live.subscribe(() => this.#outboxMoved()),
      live.outbox.onAnswer(({ item, result }) => {
        if (item.caseId === entry.id) void this.#inLine(() => this.#answered(item, result))
      }),
      onConnection(() => this.#listen()),
    ]
    this.#listen()
    if (this.#hasUnsent()) this.#soon(0)
  }

  /** News of the case, once there is a connection. */
  #listen(): void {
    const connection = currentConnection()
    this.#offNews?.()
    this.#offNews = connection?.onNews((queue) => {
      const known = connection.replicas.get(queue)?.items.get(this.#entry.id)?.row.version
      // In line behind one's own acts: by then the news may have been ours.
      if (known !== undefined && known > this.#entry.view.version && this.#items.length === 0)
        void this.#inLine(() => (known > this.#entry.view.version ? this.refresh() : Promise.resolve()))
    })
  }

  /** Resolves when what was typed last is in the outbox. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#offNews?.()
    for (const off of this.#offs) off()
    if (this.#hasUnsent()) await this.#post()
    else await this.#line
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): DraftState => this.#state

  get caseId(): string {
    return this.#entry.id
  }

  /** A change while typing: kept on the device, not put to be sent yet. */
  set(field: string, value: AnswerValue | null): void {
    const { changed, base } = this.#entry.unsent
    const before = base[field] ?? this.#state.view.answers[field] ?? null
    this.#entry = {
      ...this.#entry,
      unsent: { changed: { ...changed, [field]: value }, base: { ...base, [field]: before } },
    }
    this.#onPage = true
    this.#become()
    void this.#inLine(() => this.#keep())
  }

  /** An answer in words to one fault: kept with the form until the repair is acknowledged. */
  setRepairWord(fault: number, text: string): void {
    this.#entry = withRepairWord(this.#entry, fault, text)
    this.#onPage = true
    this.#become()
    void this.#inLine(() => this.#keep())
  }

  /** The newest words to the disk. Those typed while it writes are written next. */
  async #keep(): Promise<void> {
    if (!this.#onPage) return
    const { unsent, repairWords } = this.#entry
    const written = await this.#writing(() => keepTyped(this.#store, this.#entry))
    const newer = this.#entry.unsent !== unsent || this.#entry.repairWords !== repairWords
    if (written && !newer) this.#onPage = false
    this.#become()
  }

  async #writing(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write()
      this.#full = false
      return true
    } catch (error) {
      if (!(error instanceof DeviceFull)) throw error
      this.#full = true
      return false
    }
  }

  /** The field was left: to the outbox, soon. */
  leave(): void {
    if (this.#hasUnsent()) this.#soon(POST_AFTER_MS)
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#post(), ms)
  }

  #hasUnsent(): boolean {
    return Object.keys(this.#entry.unsent.changed).length > 0
  }

  /** What was typed becomes one act in the outbox, in the same write that empties the form's own entry of it. */
  #post(): Promise<void> {
    clearTimeout(this.#timer)
    return this.#inLine(async () => {
      if (!this.#hasUnsent()) return
      this.#posting += 1
      await this.#postNow()
      this.#posting -= 1
      this.#become()
    })
  }

  async #postNow(): Promise<void> {
    const posting = this.#entry
    const { changed, base } = posting.unsent
    const command = { type: 'edit', changed, base } as const
    const put = () =>
      this.#put(command, async () => {
        const kept = (await this.#store.get('draft', posting.id)) ?? posting
        return [{ keep: typedOver(kept, { ...posting, unsent: NOTHING }) }]
      })
    if (!(await this.#writing(put))) return
    // What was typed over meanwhile is still to be posted, and starts from what was just posted.
    const left = Object.entries(this.#entry.unsent.changed).filter(
      ([field, value]) => changed[field] !== value,
    )
    const known = left.map(([field]) => [
      field,
      (field in changed ? changed[field] : this.#entry.unsent.base[field]) ?? null,
    ])
    this.#entry = {
      ...this.#entry,
      unsent: { changed: Object.fromEntries(left), base: Object.fromEntries(known) },
    }
    this.#onPage = left.length > 0 || this.#entry.repairWords !== posting.repairWords
    await this.#readItems()
  }

  #put(command: CaseCommand, also?: Also): Promise<readonly string[]> {
    const { id, view } = this.#entry
    return this.#live.outbox.put(
      [{ caseId: id, about: this.about(), command, seenVersion: view.version }],
      also,
    )
  }

  /** Who and what this is, kept beside each item of the outbox. */
  about(): ItemAbout {
    const { view } = this.#state
    return {
      service: view.service,
      caseKind: view.kind,
      applicant: this.#applicantOf(view),
      number: view.number,
    }
  }

  /**
   * Any other act of this case, after what was typed before it. One that ends the form is waited for while there is a
   * network, because its number is what people want to see; it is safe either way.
   */
  async run(command: CaseCommand): Promise<Outcome> {
    await this.#post()
    this.#overruled = undefined
    let id = ''
    const written = await this.#writing(async () => {
      ;[id = ''] = await this.#put(command)
    })
    await this.#readItems()
    if (!written) return { result: 'waits', commandId: '' }
    const item = this.#items.find((one) => one.id === id)
    if (item === undefined || !leavesTheSide(item)) return { result: 'waits-here' }
    const now = planOf(this.#items, Date.now()).standing.get(id)
    if (now !== 'next' && this.#items.some((one) => one.what === 'paper')) return { result: 'waits-here' }
    const waits = navigator.onLine ? ANSWER_WITHIN_MS : 0
    return (await this.#live.outbox.answerTo(id, waits)) ?? { result: 'waits-here' }
  }

  /** Thrown away by hand. What only this device knows goes with everything of it; false: the Dinas said no. */
  async throwAway(): Promise<boolean> {
    const begins = this.#items.find((item) => item.what === 'command' && item.command.type === 'create')
    if (begins === undefined || begins.triedAt !== undefined) {
      const { result } = await this.run({ type: 'discard' })
      return result === 'done' || result === 'kept' || result === 'waits-here'
    }
    clearTimeout(this.#timer)
    await this.#inLine(() => this.#live.outbox.discard(begins.id))
    return true
  }

  /** Handed in here, and thought better of before it left. */
  async takeBack(): Promise<void> {
    const { leaving } = this.#state
    if (leaving?.fresh === true) await this.#live.outbox.discard(leaving.itemId)
    await this.#readItems()
  }

  async refresh(): Promise<void> {
    const answer = await api.intake.open.query({ caseId: this.#entry.id, again: true }).catch(() => undefined)
    if (answer === undefined) return
    if (answer.ok) await this.#tell(answer.draft)
    else this.overrule(answer.refusal)
  }

  /** How the Dinas has it now. Words that wait here stay over it. */
  told(view: DraftView): Promise<void> {
    return this.#inLine(() => this.#tell(view))
  }

  async #tell(view: DraftView): Promise<void> {
    if (view.version < this.#entry.view.version) return
    const toldAt = Date.now()
    this.#entry = { ...this.#entry, view, toldAt }
    await this.#writing(() => this.#keepView(view, toldAt))
    this.#become()
  }

  /** The one way by which this screen writes a view. A form that was let go meanwhile does not come back by it. */
  #keepView(view: DraftView, toldAt: number): Promise<void> {
    return this.#store.alone(async () => {
      const kept = await this.#store.get('draft', this.#entry.id)
      if (kept === undefined || kept.view.version > view.version) return
      await this.#store.write([{ keep: { ...kept, view, toldAt } }])
    })
  }

  /** The Dinas does not let this person write here any more; what they wrote stays to be read. */
  overrule(refusal: Refusal): void {
    this.#overruled = refusal
    this.#become()
  }

  async #answered(item: OutboxItem, result: ItemResult): Promise<void> {
    if (answersFaults(item) && (result.result === 'done' || result.result === 'kept'))
      this.#entry = withoutRepairWords(this.#entry)
    if (result.result !== 'done') {
      this.#overruled = 'refusal' in result ? result.refusal : this.#overruled
      return this.#become()
    }
    await this.#reread()
    if (leavesTheSide(item)) return
    const { view } = this.#entry
    if (view.version !== result.version || view.returned !== null) await this.refresh()
  }

  #ownItems(): readonly OutboxItem[] {
    return this.#live.snapshot().items.filter((item) => item.caseId === this.#entry.id)
  }

  async #readItems(): Promise<void> {
    await this.#live.freshen()
    this.#outboxMoved()
  }

  #outboxMoved(): void {
    const next = this.#ownItems()
    const gone = this.#items.filter((item) => !next.some((one) => one.id === item.id))
    this.#items = next
    if (gone.length > 0) {
      // Their words are in the form's entry by now: nothing flickers back while it is read.
      const view = gone.reduce(
        (folded, item) => (item.what === 'command' ? foldDraft(folded, item.command) : folded),
        this.#entry.view,
      )
      this.#entry = { ...this.#entry, view }
      void this.#inLine(() => this.#reread())
    }
    this.#become()
  }

  async #reread(): Promise<void> {
    const kept = await this.#store.get('draft', this.#entry.id)
    // What is being typed here is newer than what was written.
    if (kept !== undefined) this.#entry = typedOver(kept, this.#entry)
    this.#become()
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#line.then(work, work)
    this.#line = next.catch(() => undefined)
    return next
  }

  #stateNow(): DraftState {
    return draftState({
      entry: this.#entry,
      items: this.#items,
      onPage: this.#onPage,
      full: this.#full,
      posting: this.#posting > 0,
      overruled: this.#overruled,
    })
  }

  #become(): void {
    this.#state = this.#stateNow()
    for (const listener of this.#listeners) listener()
  }
}
