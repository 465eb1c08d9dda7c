import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { Answers, AnswerValue } from '#domain/service/answers.ts'
import { sameAnswer } from '#domain/service/same-answer.ts'
import { currentConnection } from '#client/live/live.ts'
import { Fault, runCase, Unreachable } from '#client/run.ts'
import { api } from '#client/trpc.ts'
import type { DeviceStore, Unsent } from './device-store.ts'

/** Where the latest words are: at the Dinas, on this device only, or not even there yet. */
export type Kept = 'dinas' | 'device' | 'page'

export type DraftState = {
  readonly view: DraftView
  /** Answers as this screen shows them: the server's, with what was typed since over them. */
  readonly answers: Answers
  readonly kept: Kept
  /** It was to leave this side, and the Dinas did not answer. */
  readonly unreached: boolean
  readonly refusal: Refusal | undefined
  readonly faultWords: string | undefined
}

const LEAVES: ReadonlySet<CaseCommand['type']> = new Set(['submit', 'repair', 'resubmit', 'discard'])

const SEND_AFTER_MS = 350
const RETRY_MS = 10_000

/**
 * One form on this screen. Every change is kept on the device first, then sent field by field with what the screen
 * knew before it; commands of one case go one after another. Nothing typed is dropped before the Dinas has it.
 */
export class Draft {
  readonly #store: DeviceStore
  readonly #listeners = new Set<() => void>()
  #state: DraftState
  #local: Unsent
  #timer: ReturnType<typeof setTimeout> | undefined
  #line: Promise<unknown> = Promise.resolve()
  #stopListening: () => void
  #unanswered: { readonly command: string; readonly retry: () => Promise<CommandAnswer> } | undefined

  constructor(view: DraftView, store: DeviceStore, unsent: Unsent) {
    this.#store = store
    this.#local = unsent
    this.#state = {
      view,
      answers: merged(view.answers, unsent.changed),
      kept: 'dinas',
      unreached: false,
      refusal: undefined,
      faultWords: undefined,
    }
    const live = currentConnection()
    const offNews = live?.onNews((queue) => {
      const known = live.replicas.get(queue)?.items.get(view.caseId)?.row.version
      if (known !== undefined && known > this.#state.view.version)
        void this.#inLine(() => this.#catchUp(known))
    })
    const online = () => void this.send()
    window.addEventListener('online', online)
    this.#stopListening = () => {
      offNews?.()
      window.removeEventListener('online', online)
    }
    if (this.#hasUnsent()) {
      this.#become({ kept: 'device' })
      this.#soon(0)
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stopListening()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): DraftState => this.#state

  /** A change while typing: kept on the device, not sent yet. */
  set(field: string, value: AnswerValue | null): void {
    const { changed, base } = this.#local
    const before = base[field] ?? this.#state.view.answers[field] ?? null
    this.#local = { changed: { ...changed, [field]: value }, base: { ...base, [field]: before } }
    this.#become({ answers: merged(this.#state.view.answers, this.#local.changed), kept: 'page' })
    void this.#keep()
  }

  async #keep(): Promise<void> {
    const writing = this.#local
    await this.#store.keepEdits(this.#state.view.caseId, writing)
    if (this.#local === writing) this.#become({ kept: 'device' })
  }

  /** The field was left: send soon. */
  leave(): void {
    if (this.#hasUnsent()) this.#soon(SEND_AFTER_MS)
  }

  /** Sends what is unsent, now; answers whether the Dinas has everything. */
  send(): Promise<boolean> {
    clearTimeout(this.#timer)
    return this.#inLine(async () => {
      while (this.#hasUnsent()) if (!(await this.#sendOnce())) return false
      return true
    })
  }

  /** Any other command of this case, after what was typed before it. `undefined`: the Dinas does not answer. */
  async run(command: CaseCommand): Promise<CommandAnswer | undefined> {
    const sent = await this.send()
    // What leaves this side must leave with every word of it.
    if (!sent && LEAVES.has(command.type)) return undefined
    return this.#inLine(() => this.#attempt(command))
  }

  async refresh(): Promise<void> {
    const answer = await api.intake.open
      .query({ caseId: this.#state.view.caseId, again: true })
      .catch(() => undefined)
    if (answer === undefined) return
    if (answer.ok) this.#take(answer.draft)
    else this.#become({ refusal: answer.refusal })
  }

  /** In line behind one's own commands: by then the news may have been ours. */
  async #catchUp(version: number): Promise<void> {
    if (version > this.#state.view.version) await this.refresh()
  }

  #hasUnsent(): boolean {
    return Object.keys(this.#local.changed).length > 0
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.send(), ms)
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#line.then(work, work)
    this.#line = next.catch(() => undefined)
    return next
  }

  async #sendOnce(): Promise<boolean> {
    const { changed, base } = this.#local
    const { view } = this.#state
    const answer = await this.#attempt({ type: 'edit', changed, base })
    if (answer === undefined || (!answer.ok && answer.refusal.why !== 'nothing-changes')) return false
    if (!answer.ok) await this.refresh() // it had arrived before, and only the answer was lost
    // What was typed over while it travelled is still to be sent, and starts from what was just sent.
    const left = Object.entries(this.#local.changed).filter(([field, value]) => changed[field] !== value)
    const known = left.map(([field]) => [
      field,
      (field in changed ? changed[field] : this.#local.base[field]) ?? null,
    ])
    this.#local = { changed: Object.fromEntries(left), base: Object.fromEntries(known) }
    await this.#store.keepEdits(view.caseId, this.#local)
    this.#become({
      answers: merged(this.#state.view.answers, this.#local.changed),
      kept: this.#hasUnsent() ? 'device' : 'dinas',
    })
    return true
  }

  async #attempt(command: CaseCommand): Promise<CommandAnswer | undefined> {
    const { view } = this.#state
    this.#become({ faultWords: undefined, refusal: undefined, unreached: false })
    // Asked again, an unanswered command is the same act: the same id, done once.
    const again = this.#unanswered?.command === JSON.stringify(command) ? this.#unanswered.retry : undefined
    try {
      const answer = await (again ? again() : runCase(command, view.caseId, view.version))
      this.#unanswered = undefined
      if (answer.ok) await this.#learn(command, answer.version)
      else if (answer.refusal.why !== 'nothing-changes') this.#become({ refusal: answer.refusal })
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable) && !(error instanceof Fault)) throw error
      if (error instanceof Unreachable)
        this.#unanswered = { command: JSON.stringify(command), retry: error.retry }
      this.#become(
        error instanceof Fault ? { faultWords: error.message } : { unreached: LEAVES.has(command.type) },
      )
      if (this.#hasUnsent()) this.#soon(RETRY_MS)
      return undefined
    }
  }

  /** One version further is our own change and needs no look; anything else was others' work as well. */
  async #learn(command: CaseCommand, version: number): Promise<void> {
    const { view } = this.#state
    if (LEAVES.has(command.type)) return
    if (command.type !== 'edit' || version !== view.version + 1 || view.returned !== null)
      return this.refresh()
    if (
      Object.entries(command.base).some(([field, value]) => !sameAnswer(view.answers[field] ?? null, value))
    )
      return this.refresh()
    this.#take({ ...view, version, answers: merged(view.answers, command.changed) })
  }

  #take(view: DraftView): void {
    if (view.version < this.#state.view.version) return
    this.#become({ view, answers: merged(view.answers, this.#local.changed) })
  }

  #become(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function merged(answers: Answers, edits: Unsent['changed']): Answers {
  const all = { ...answers, ...edits }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, AnswerValue] => entry[1] !== null),
  )
}
