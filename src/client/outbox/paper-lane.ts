import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import type { PaperItem } from '#client/device/device-entry.ts'
import { planOf } from './lanes.ts'
import type { Outbox } from './outbox.ts'
import type { RateMeter } from './rate-meter.ts'
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
type Brought = 'stored' | 'nothing' | 'sign-in' | 'put-off' | 'bytes-missing' | FileRefusalCode

/** Brings the bytes of one paper over at a time, from where they stopped. */
export class PaperLane {
  readonly sent = new Map<string, number>()
  readonly #outbox: Outbox
  readonly #around: Around

  constructor(outbox: Outbox, around: Around) {
    this.#outbox = outbox
    this.#around = around
  }

  async bring(item: PaperItem): Promise<Brought> {
    const { store } = this.#outbox
    const bytes = await store.bytesOf(item.paperId)
    if (bytes === undefined) return 'bytes-missing'
    const attempt = new AbortController()
    const end = () => attempt.abort()
    this.#around.signal.addEventListener('abort', end)
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
    offWake()
    this.#around.signal.removeEventListener('abort', end)
    await noting
    if (outcome.came === 'refused') return outcome.why
    if (outcome.came !== 'stored') return attempt.signal.aborted ? 'put-off' : outcome.came
    await this.#note(item, { stored: true })
    return 'stored'
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
