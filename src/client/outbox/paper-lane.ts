import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import type { PaperItem } from '#client/device/device-entry.ts'
import { planOf } from './lanes.ts'
import type { Outbox } from './outbox.ts'
import type { RateMeter } from './rate-meter.ts'
import { patienceMs } from './post-batch.ts'
import type { PaperHouse } from './send-paper.ts'
import { sendPaper } from './send-paper.ts'

type Around = {
  readonly clock: () => number
  readonly papers?: PaperHouse
  readonly onNews?: () => void
  readonly signal: AbortSignal
  readonly rate: RateMeter
  readonly mayNotSend: () => boolean
}

/** `put-off`: words went first, or a person paused. A code: the Dinas does not take this file. */
type Brought =
  | 'stored'
  | 'nothing'
  | 'sign-in'
  | 'put-off'
  | 'bytes-missing'
  | 'paper-not-taken'
  | FileRefusalCode

/** Attempts that came to nothing, after which a paper lets the others go first. */
const VAIN_ATTEMPTS = 5
/** A paper that is not taken so often, without a reason, waits for a person. */
const MOST_MALFORMED = 5

/** Brings the bytes of one paper over at a time, from where they stopped. */
export class PaperLane {
  readonly sent = new Map<string, number>()
  readonly #vain = new Map<string, number>()
  readonly #malformed = new Map<string, number>()
  readonly #outbox: Outbox
  readonly #around: Around

  constructor(outbox: Outbox, around: Around) {
    this.#outbox = outbox
    this.#around = around
  }

  /** Whose turn it is: one bad photo does not stop those of other cases. */
  next(papers: readonly PaperItem[]): PaperItem | undefined {
    const turn = ({ id }: PaperItem) => Math.floor((this.#vain.get(id) ?? 0) / VAIN_ATTEMPTS)
    return papers.toSorted((a, b) => turn(a) - turn(b))[0]
  }

  async bring(item: PaperItem): Promise<Brought> {
    const { store } = this.#outbox
    const bytes = await store.bytesOf(item.paperId)
    if (bytes === undefined) return 'bytes-missing'
    const attempt = new AbortController()
    const end = () => attempt.abort()
    this.#around.signal.addEventListener('abort', end)
    // A line that swallows everything would hold it for as long as the browser likes.
    let dead = false
    const patience = setTimeout(() => {
      dead = true
      end()
    }, patienceMs(bytes.length))
    // Words that come meanwhile do not wait for a photo of minutes.
    const offWake = this.#outbox.onWake(() => void this.#letWordsPass(attempt))
    let noting: Promise<unknown> = Promise.resolve()
    const outcome = await sendPaper(
      { ...item, personId: store.personId, bytes, uploadUrl: item.uploadUrl },
      {
        onUrl: (uploadUrl) => {
          noting = this.#note(item, { uploadUrl })
        },
        onProgress: (sent) => this.#moved(item, sent),
        signal: attempt.signal,
      },
      this.#around.papers,
    )
    clearTimeout(patience)
    offWake()
    this.#around.signal.removeEventListener('abort', end)
    await noting
    if (outcome.came === 'refused') return outcome.why
    if (attempt.signal.aborted && !dead && outcome.came !== 'stored') return 'put-off'
    if (outcome.came === 'malformed') return this.#notTaken(item, outcome.byHouse)
    if (outcome.came === 'nothing') this.#vain.set(item.id, (this.#vain.get(item.id) ?? 0) + 1)
    if (outcome.came !== 'stored') return outcome.came
    await this.#note(item, { stored: true })
    return 'stored'
  }

  /** A network may say no for the house, but not for ever: then a person looks at it. The photo stays where it is. */
  #notTaken({ id }: PaperItem, byHouse: boolean): Brought {
    const times = (this.#malformed.get(id) ?? 0) + 1
    this.#malformed.set(id, times)
    this.#vain.set(id, (this.#vain.get(id) ?? 0) + 1)
    if (!byHouse && times < MOST_MALFORMED) return 'nothing'
    this.#malformed.delete(id)
    return 'paper-not-taken'
  }

  #moved(item: PaperItem, sent: number): void {
    this.#around.rate.moved(sent - (this.sent.get(item.id) ?? 0), undefined, this.#around.clock())
    this.sent.set(item.id, sent)
    this.#around.onNews?.()
  }

  async #letWordsPass(attempt: AbortController): Promise<void> {
    const plan = planOf(await this.#outbox.items(), this.#around.clock())
    if (plan.texts.length > 0 || this.#around.mayNotSend()) attempt.abort()
  }

  #note(item: PaperItem, news: Partial<PaperItem>): Promise<void> {
    return this.#outbox.store.alone(async () => {
      const now = await this.#outbox.store.get('item', item.id)
      if (now?.what === 'paper') await this.#outbox.store.write([{ keep: { ...now, ...news } }])
    })
  }
}
