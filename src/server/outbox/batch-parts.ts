import type { Instant } from '#domain/shared/instant.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'

/** `items`: how many commands the batch had, with or without a result. */
export type Taken = { readonly results: readonly ItemResult[]; readonly items: number }

type Part = {
  readonly of: number
  bytes: Buffer
  at: Instant
  /** Once all of it was here: what became of it, also for whoever asks again. */
  taken?: Promise<Taken>
}

const KEPT_MS = 10 * 60_000
/** Several tabs of one person, no more. */
const MOST_OF_ONE = 4
const MOST_BYTES = 32 * 1024 * 1024

/**
 * Batches on their way in, as far as they came. In memory only: after a restart the device begins the batch afresh,
 * and what was done already answers by its `commandId`. Bounded by person, by time and in all.
 */
export class BatchParts {
  readonly #parts = new Map<string, Part>()

  /** What is here of a batch; undefined when nothing is. */
  get(personId: string, batchId: string): Part | undefined {
    return this.#parts.get(`${personId}/${batchId}`)
  }

  open(personId: string, batchId: string, of: number, now: Instant): Part {
    this.#sweep(personId, now)
    const part = { of, bytes: Buffer.alloc(0), at: now }
    this.#parts.set(`${personId}/${batchId}`, part)
    return part
  }

  #sweep(personId: string, now: Instant): void {
    for (const [name, part] of this.#parts) if (now - part.at > KEPT_MS) this.#parts.delete(name)
    const own = [...this.#parts.keys()].filter((name) => name.startsWith(`${personId}/`))
    for (const name of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) this.#parts.delete(name)
    let held = [...this.#parts.values()].reduce((sum, part) => sum + part.bytes.length, 0)
    for (const [name, part] of this.#parts) {
      if (held <= MOST_BYTES) return
      held -= part.bytes.length
      this.#parts.delete(name)
    }
  }
}
