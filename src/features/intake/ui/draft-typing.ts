import type { CommandOf } from '#domain/case/command.ts'
import type { AnswerValue } from '#domain/service/answers.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import { withRepairWord } from '#client/device/repair-words.ts'
import { foldDraft } from '#client/outbox/fold-draft.ts'
import type { DraftModel } from './draft-model.ts'
import { pastFullDisk } from './past-full-disk.ts'
import { hasUnsent, leftAfter, typedInto } from './typed-answers.ts'

const POST_AFTER_MS = 350
/** Words that have no room here, and were not heard at the Dinas. */
const AGAIN_MS = 10_000

/** What a person types: on the disk at each key, and in the outbox once the field is left. */
export class DraftTyping {
  readonly #model: DraftModel
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(model: DraftModel) {
    this.#model = model
    if (hasUnsent(model.entry)) this.#soon(0)
  }

  set(field: string, value: AnswerValue | null): void {
    const { entry, state } = this.#model
    this.#typed(typedInto(entry, field, value, state.view.answers))
  }

  setRepairWord(fault: number, text: string): void {
    this.#typed(withRepairWord(this.#model.entry, fault, text))
  }

  #typed(entry: DraftModel['entry']): void {
    this.#model.entry = entry
    this.#model.onPage = true
    this.#model.become()
    void this.#model.inLine(() => this.#keep())
  }

  /** The newest words to the disk. Those typed while it writes are written next. */
  async #keep(): Promise<void> {
    const model = this.#model
    if (!model.onPage) return
    const { unsent, repairWords } = model.entry
    const written = await model.disk.keepTyped(model.entry)
    const newer = model.entry.unsent !== unsent || model.entry.repairWords !== repairWords
    if (written && !newer) model.onPage = false
    model.become()
  }

  leave(): void {
    if (hasUnsent(this.#model.entry)) this.#soon(POST_AFTER_MS)
  }

  #soon(ms: number): void {
    this.stop()
    this.#timer = setTimeout(() => void this.post(), ms)
  }

  /** Nothing is posted by itself any more. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  /** What was typed becomes one act in the outbox, in the same write that empties the form's own entry of it. */
  post(): Promise<void> {
    this.stop()
    const model = this.#model
    return model.inLine(async () => {
      if (!hasUnsent(model.entry)) return
      model.posting += 1
      await this.#postNow()
      model.posting -= 1
      model.become()
    })
  }

  async #postNow(): Promise<void> {
    const model = this.#model
    const posting = model.entry
    const command = { type: 'edit', ...posting.unsent } as const
    if (!(await model.disk.writing(() => model.put(command, model.disk.emptied(posting)))))
      return this.#pastFullDisk(posting, command)
    model.entry = { ...model.entry, unsent: leftAfter(posting, model.entry) }
    model.onPage = hasUnsent(model.entry) || model.entry.repairWords !== posting.repairWords
    await model.live.freshen()
    model.outboxMoved()
  }

  /** No room on this device: what was typed goes over the line from the page, for as long as there is one. */
  async #pastFullDisk(posting: DraftEntry, command: CommandOf<'edit'>): Promise<void> {
    const model = this.#model
    const answer = await pastFullDisk(model, command)
    if (answer === undefined) return this.#soon(AGAIN_MS)
    if (!answer.ok && answer.refusal.why !== 'nothing-changes') {
      model.overruled = answer.refusal
      return
    }
    const { view } = model.entry
    // Others worked there too: the version is left behind, so that the form is read anew.
    const alone = answer.ok && answer.version === view.version + 1
    model.entry = {
      ...model.entry,
      view: { ...foldDraft(view, command), version: alone ? answer.version : view.version },
      unsent: leftAfter(posting, model.entry),
    }
    model.onPage = hasUnsent(model.entry)
    model.disk.full = model.onPage
  }
}
