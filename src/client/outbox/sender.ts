import { OUTBOX_LIMIT } from '#domain/intake/outbox-wire.ts'
import type { OutboxItem, PaperItem } from '#client/device/device-entry.ts'
import type { Change } from '#client/device/device-store.ts'
import type { Locks } from '#client/device/locks.ts'
import { AnswerTaker } from './answer-taker.ts'
import { backOffMs } from './back-off.ts'
import { envelopeOf } from './command-of.ts'
import type { Plan } from './lanes.ts'
import { planOf } from './lanes.ts'
import type { Answered, Outbox } from './outbox.ts'
import { bytesOf } from './outbox-state.ts'
import type { SenderState } from './outbox-state.ts'
import type { Batch, BatchOutcome, Fetch } from './post-batch.ts'
import { packBatch, postBatch } from './post-batch.ts'
import { PaperLane } from './paper-lane.ts'
import { RateMeter } from './rate-meter.ts'
import type { PaperHouse } from './send-paper.ts'

export type SenderSurroundings = {
  readonly fetch: Fetch
  readonly locks: Locks
  readonly clock: () => number
  readonly papers?: PaperHouse
  /** Something of the above changed: screens read it anew. */
  readonly onNews?: () => void
  /** Told to the other tabs. */
  readonly onAnswered?: (answered: Answered) => void
}

/** More would wait too long for its first answer on a slow line. */
const BATCH_BYTES = OUTBOX_LIMIT.bytes / 4

/**
 * Empties one officer's outbox: words first, in batches, beside them one paper at a time. One sender for all tabs of
 * a browser; when its tab dies the next takes over. It deletes nothing but on acknowledgement.
 */
export class Sender {
  readonly rate = new RateMeter()
  state: SenderState = 'idle'
  #paused = false
  #onlyOnRequest = false
  #asked = false
  readonly #outbox: Outbox
  readonly #around: SenderSurroundings
  readonly #ending = new AbortController()
  #failures = 0
  #sleeper: (() => void) | undefined
  #wokenAt = 0
  /** Writings on this device so far, of any tab. */
  #writings = 0
  #batch: { readonly batch: Batch; readonly items: readonly OutboxItem[] } | undefined
  #mostItems: number = OUTBOX_LIMIT.items
  readonly #papers: PaperLane
  readonly #answers: AnswerTaker

  constructor(outbox: Outbox, around: SenderSurroundings) {
    this.#outbox = outbox
    this.#around = around
    this.#papers = new PaperLane(outbox, {
      signal: this.#ending.signal,
      rate: this.rate,
      mayNotSend: () => this.#mayNotSend,
      ...around,
    })
    this.#answers = new AnswerTaker(outbox, { ...around, forget: (id) => void this.#papers.sent.delete(id) })
  }

  /** Bytes of a paper that are over, by item. */
  get sent(): ReadonlyMap<string, number> {
    return this.#papers.sent
  }

  /** Runs until `stop`; waits its turn while another tab of this officer sends. */
  async run(): Promise<void> {
    const offWake = this.#outbox.onWake((asked) => this.wake(asked))
    // Another tab put something: it is no reason to try a dead line, but one to look.
    const offChange = this.#outbox.store.onChange(() => {
      this.#writings += 1
      if (this.state === 'idle') this.#sleeper?.()
    })
    this.#show('elsewhere')
    try {
      await this.#around.locks.request(`satu-antrean-kirim/${this.#outbox.store.personId}`, async () => {
        this.#show('idle')
        while (!this.#ending.signal.aborted) await this.#roundOrRest()
      })
    } finally {
      offWake()
      offChange()
    }
  }

  stop(): void {
    this.#ending.abort()
    this.wake(false)
  }

  /** Online again, looked at again, something new: tried at once, however long the last wait was to be. */
  wake(asked: boolean): void {
    this.#asked ||= asked
    this.#failures = 0
    this.#wokenAt += 1
    this.#sleeper?.()
  }

  govern(how: { readonly paused: boolean; readonly onlyOnRequest: boolean }): void {
    this.#paused = how.paused
    this.#onlyOnRequest = how.onlyOnRequest
    this.#outbox.wake(false)
  }

  get #mayNotSend(): boolean {
    return this.#paused || (this.#onlyOnRequest && !this.#asked)
  }

  /** A full disk, a database that closed: nothing of it is lost, and the next round may be better. */
  async #roundOrRest(): Promise<void> {
    const woken = this.#wokenAt
    try {
      await this.#round()
    } catch (error) {
      if (!this.#ending.signal.aborted) console.error('outbox', error)
      this.#failures += 1
      this.#show('waiting')
      await this.#sleep(backOffMs(this.#failures, Math.random()), woken)
    }
  }

  async #round(): Promise<void> {
    const [woken, writings] = [this.#wokenAt, this.#writings]
    const plan = planOf(await this.#outbox.items(), this.#around.clock())
    if (plan.texts.length === 0 && plan.papers.length === 0) {
      this.#asked = false
      this.#show('idle')
      if (this.#writings !== writings) return undefined
      return this.#sleep(plan.nextAt === undefined ? undefined : plan.nextAt - this.#around.clock(), woken)
    }
    if (this.#mayNotSend) {
      this.#show('paused')
      return this.#sleep(undefined, woken)
    }
    this.#show('sending')
    const paper = this.#papers.next(plan.papers)
    const came = plan.texts.length > 0 || !paper ? await this.#sendTexts(plan) : await this.#sendPaper(paper)
    if (came === 'results') {
      this.#failures = 0
      return
    }
    this.#failures += 1
    this.#show(came === 'sign-in' ? 'sign-in' : 'waiting')
    if (this.#wokenAt === woken) await this.#sleep(backOffMs(this.#failures, Math.random()), woken)
  }

  async #sendTexts(plan: Plan): Promise<BatchOutcome['came'] | 'again'> {
    // What a person took out, or moved to another time, does not leave with an earlier batch.
    const stands = this.#batch?.items.every(({ id }) => plan.texts.some((text) => text.id === id))
    const known = stands === true ? this.#batch : undefined
    const items = known?.items ?? (await this.#freeze(this.#fit(plan.texts)))
    if (items.length === 0) return 'results'
    const { personId } = this.#outbox.store
    const batch = known?.batch ?? (await packBatch(personId, items.map(envelopeOf)))
    this.#batch = { batch, items }
    const begun = this.#around.clock()
    const outcome = await postBatch(this.#around.fetch, personId, batch)
    if (outcome.came === 'results') {
      this.rate.moved(batch.bytes.length, begun, this.#around.clock())
      this.#batch = undefined
      this.#mostItems = OUTBOX_LIMIT.items
      return this.#answers.take(items, outcome.results)
    }
    if (outcome.came === 'malformed') {
      this.#batch = undefined
      if (items.length === 1 && items[0]) await this.#answers.trouble(items[0], 'bad-input')
      this.#mostItems = Math.max(1, Math.floor(items.length / 2))
      return 'results'
    }
    return outcome.came
  }

  /** As much as goes at once, whole lanes in order. */
  #fit<Item extends OutboxItem>(texts: readonly Item[]): readonly Item[] {
    let bytes = 0
    const fitting = texts.slice(0, this.#mostItems)
    const end = fitting.findIndex((item) => (bytes += bytesOf(item)) > BATCH_BYTES)
    return end > 0 ? fitting.slice(0, end) : fitting
  }

  /** From now on these never change: what leaves under an id is the same on every attempt. */
  #freeze(chosen: readonly OutboxItem[]): Promise<readonly OutboxItem[]> {
    return this.#outbox.store.alone(async () => {
      const fresh = await Promise.all(chosen.map((item) => this.#outbox.store.get('item', item.id)))
      const present = fresh.filter((item) => item !== undefined)
      const triedAt = this.#around.clock()
      const frozen = present.map((item) => (item.triedAt === undefined ? { ...item, triedAt } : item))
      const changes = frozen.filter((item) => !present.includes(item)).map((item): Change => ({ keep: item }))
      await this.#outbox.store.write(changes)
      return frozen
    })
  }

  async #sendPaper(next: PaperItem): Promise<BatchOutcome['came'] | 'again'> {
    const came = next.stored === true ? 'stored' : await this.#papers.bring(next)
    if (came === 'put-off') return 'results'
    if (came === 'nothing' || came === 'sign-in') return came
    if (came !== 'stored') {
      await this.#answers.trouble(next, came)
      return 'results'
    }
    const [frozen] = await this.#freeze([next])
    if (frozen === undefined) return 'results'
    const { personId } = this.#outbox.store
    const outcome = await postBatch(
      this.#around.fetch,
      personId,
      await packBatch(personId, [envelopeOf(frozen)]),
    )
    if (outcome.came === 'results') return this.#answers.take([frozen], outcome.results)
    if (outcome.came === 'malformed') await this.#answers.trouble(frozen, 'bad-input')
    return outcome.came === 'malformed' ? 'results' : outcome.came
  }

  /** Until something wakes it, at most so long. */
  #sleep(ms: number | undefined, woken: number): Promise<void> {
    if (this.#ending.signal.aborted || this.#wokenAt !== woken) return Promise.resolve()
    return new Promise((resolve) => {
      const timer =
        ms === undefined
          ? undefined
          : setTimeout(() => this.#sleeper?.(), Math.min(Math.max(0, ms), 2 ** 31 - 1))
      this.#sleeper = () => {
        clearTimeout(timer)
        this.#sleeper = undefined
        resolve()
      }
    })
  }

  #show(state: SenderState): void {
    if (state === this.state) return
    this.state = state
    this.#around.onNews?.()
  }
}
