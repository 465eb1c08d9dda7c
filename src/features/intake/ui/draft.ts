import type { CaseCommand } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type { AnswerValue } from '#domain/service/answers.ts'
import type { DraftEntry, ItemAbout, OutboxItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { answersFaults, withoutRepairWords } from '#client/device/repair-words.ts'
import { leavesTheSide } from '#client/outbox/lanes.ts'
import type { LiveOutbox } from '#client/outbox/live-outbox.ts'
import { api } from '#client/trpc.ts'
import type { Outcome } from './answer-in-time.ts'
import { answerInTime } from './answer-in-time.ts'
import { onCaseNews } from './case-news.ts'
import { DraftModel } from './draft-model.ts'
import type { DraftState } from './draft-state.ts'
import { DraftTyping } from './draft-typing.ts'
import { pastFullDisk } from './past-full-disk.ts'
import { hasUnsent } from './typed-answers.ts'

/**
 * One form on this screen. Every change is on the device first: while it is typed in the form's own entry, once the
 * field is left in the outbox, field by field with what the screen knew before. Works the same without a network.
 */
export class Draft {
  readonly #model: DraftModel
  readonly #typing: DraftTyping
  readonly #offs: (() => void)[]

  constructor(
    entry: DraftEntry,
    store: DeviceStore,
    live: LiveOutbox,
    applicantOf: (view: DraftView) => string,
  ) {
    const model = new DraftModel(entry, store, live, applicantOf)
    this.#model = model
    this.#offs = [
      live.subscribe(() => model.outboxMoved()),
      live.outbox.onAnswer(({ item, result }) => {
        if (item.caseId === entry.id) void model.inLine(() => this.#answered(item, result))
      }),
      onCaseNews(entry.id, (version) => this.#heard(version)),
    ]
    this.#typing = new DraftTyping(model)
  }

  /** Resolves when what was typed last is in the outbox. */
  async close(): Promise<void> {
    this.#typing.stop()
    for (const off of this.#offs) off()
    if (hasUnsent(this.#model.entry)) await this.#typing.post()
    else await this.#model.idle
  }

  subscribe = (listener: () => void): (() => void) => this.#model.subscribe(listener)

  snapshot = (): DraftState => this.#model.state

  get caseId(): string {
    return this.#model.entry.id
  }

  about(): ItemAbout {
    return this.#model.about()
  }

  /** A change while typing: kept on the device, not put to be sent yet. */
  set(field: string, value: AnswerValue | null): void {
    this.#typing.set(field, value)
  }

  /** An answer in words to one fault: kept with the form until the repair is acknowledged. */
  setRepairWord(fault: number, text: string): void {
    this.#typing.setRepairWord(fault, text)
  }

  /** The field was left: to the outbox, soon. */
  leave(): void {
    this.#typing.leave()
  }

  /**
   * Any other act of this case, after what was typed before it. One that ends the form is waited for while there is a
   * network; it is safe either way.
   */
  async run(command: CaseCommand): Promise<Outcome> {
    const model = this.#model
    await this.#typing.post()
    model.overruled = undefined
    let id = ''
    const written = await model.disk.writing(async () => {
      ;[id = ''] = await model.put(command)
    })
    // It is on the disk: the mark does not wait until the list has been read again.
    const posted = written ? 1 : 0
    model.posting += posted
    model.become()
    await model.live.freshen()
    model.posting -= posted
    model.outboxMoved()
    if (!written) return this.#pastFullDisk(command)
    return answerInTime(model.live.outbox, model.items, id)
  }

  async #pastFullDisk(command: CaseCommand): Promise<Outcome> {
    const answer = await pastFullDisk(this.#model, command)
    if (answer?.ok === true)
      return { commandId: '', result: 'done', version: answer.version, number: answer.row.number ?? null }
    if (answer !== undefined) this.overrule(answer.refusal)
    return { commandId: '', result: 'waits' }
  }

  /** Thrown away by hand. What only this device knows goes with everything of it; false: the Dinas said no. */
  async throwAway(): Promise<boolean> {
    const { items, live } = this.#model
    const begins = items.find((item) => item.what === 'command' && item.command.type === 'create')
    if (begins === undefined || begins.triedAt !== undefined) {
      const { result } = await this.run({ type: 'discard' })
      return result === 'done' || result === 'kept' || result === 'waits-here'
    }
    this.#typing.stop()
    await this.#model.inLine(() => live.outbox.discard(begins.id))
    return true
  }

  /** Handed in here, and thought better of before it left. */
  async takeBack(): Promise<void> {
    const { live, state } = this.#model
    if (state.leaving?.fresh === true) await live.outbox.discard(state.leaving.itemId)
    await live.freshen()
    this.#model.outboxMoved()
  }

  async refresh(): Promise<void> {
    const answer = await api.intake.open.query({ caseId: this.caseId, again: true }).catch(() => undefined)
    if (answer === undefined) return
    if (answer.ok) await this.#tell(answer.draft)
    else this.overrule(answer.refusal)
  }

  /** How the Dinas has it now. Words that wait here stay over it. */
  told(view: DraftView): Promise<void> {
    return this.#model.inLine(() => this.#tell(view))
  }

  async #tell(view: DraftView): Promise<void> {
    const model = this.#model
    if (view.version < model.entry.view.version) return
    const toldAt = Date.now()
    model.entry = { ...model.entry, view, toldAt }
    await model.disk.keepView(view, toldAt)
    model.become()
  }

  /** The Dinas does not let this person write here any more; what they wrote stays to be read. */
  overrule(refusal: Refusal): void {
    this.#model.overruled = refusal
    this.#model.become()
  }

  #heard(version: number): void {
    const isNews = () => version > this.#model.entry.view.version
    // In line behind one's own acts: by then the news may have been ours.
    if (isNews() && this.#model.items.length === 0)
      void this.#model.inLine(() => (isNews() ? this.refresh() : Promise.resolve()))
  }

  async #answered(item: OutboxItem, result: ItemResult): Promise<void> {
    const model = this.#model
    if (answersFaults(item) && (result.result === 'done' || result.result === 'kept'))
      model.entry = withoutRepairWords(model.entry)
    if (result.result !== 'done') {
      model.overruled = 'refusal' in result ? result.refusal : model.overruled
      return model.become()
    }
    await model.reread()
    if (leavesTheSide(item)) return
    const { view } = model.entry
    if (view.version !== result.version || view.returned !== null) await this.refresh()
  }
}
