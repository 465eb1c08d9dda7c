import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'
import type { Answered, Outbox } from './outbox.ts'
import { takeResult, troubleOf } from './take-result.ts'

type Around = {
  readonly clock: () => number
  readonly onNews?: () => void
  readonly onAnswered?: (answered: Answered) => void
  /** How far a paper was is no longer of interest. */
  readonly forget: (itemId: string) => void
}

/** A fault at the Dinas may pass; after so many a person should know of it. */
const MOST_FAULTS = 5

/** Writes down what the Dinas answered, item by item, and tells it to whoever waits for it. */
export class AnswerTaker {
  readonly #outbox: Outbox
  readonly #around: Around
  readonly #faults = new Map<string, number>()

  constructor(outbox: Outbox, around: Around) {
    this.#outbox = outbox
    this.#around = around
  }

  /** Answers 'again' when something of it is to be tried later. */
  async take(items: readonly OutboxItem[], results: readonly ItemResult[]): Promise<'results' | 'again'> {
    let later = false
    for (const result of results) {
      const item = items.find((one) => one.id === result.commandId)
      if (item !== undefined) later = (await this.#takeOne(item, result)) || later
    }
    return later ? 'again' : 'results'
  }

  async #takeOne(item: OutboxItem, result: ItemResult): Promise<boolean> {
    const { store } = this.#outbox
    if (result.result === 'waits') return true
    if (result.result === 'fault') {
      const faults = (this.#faults.get(item.id) ?? 0) + 1
      this.#faults.set(item.id, faults)
      if (faults >= MOST_FAULTS) await this.trouble(item, 'fault', result.faultId)
      return faults < MOST_FAULTS
    }
    await store.alone(async () => {
      const [now, draft, sentBefore] = await Promise.all([
        store.get('item', item.id),
        store.get('draft', item.caseId),
        store.get('sent', item.caseId),
      ])
      if (now === undefined) return
      const paper = now.what === 'paper' ? await store.get('paper', now.paperId) : undefined
      await store.write(takeResult(now, result, { draft, paper, sentBefore }, this.#around.clock()))
      this.#around.forget(item.id)
      const answered = { item, result }
      this.#outbox.answered(answered)
      this.#around.onAnswered?.(answered)
    })
    return false
  }

  /** It stays where it is, with its reason, until a person looks at it. */
  async trouble(item: OutboxItem, why: string, words?: string): Promise<void> {
    await this.#outbox.store.alone(async () => {
      const now = await this.#outbox.store.get('item', item.id)
      const trouble = troubleOf(why, this.#around.clock(), undefined, words)
      if (now !== undefined) await this.#outbox.store.write([{ keep: { ...now, trouble } }])
    })
    this.#faults.delete(item.id)
    this.#around.forget(item.id)
    this.#around.onNews?.()
  }
}
