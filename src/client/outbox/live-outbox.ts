import type { DeviceStore } from '#client/device/device-store.ts'
import { LOCKS } from '#client/device/locks.ts'
import { adoptUnsent } from './adopt-unsent.ts'
import { forgetSent } from './forget-sent.ts'
import { planOf } from './lanes.ts'
import type { Answered } from './outbox.ts'
import { Outbox } from './outbox.ts'
import type { OutboxState } from './outbox-state.ts'
import { Sender } from './sender.ts'

type Settings = { readonly paused: boolean; readonly onlyOnRequest: boolean }
const SETTINGS = 'kotak-keluar/cara'
const SENDS_AS_IT_CAN: Settings = { paused: false, onlyOnRequest: false }
const EMPTY: OutboxState = {
  items: [],
  sentLately: [],
  standing: new Map(),
  sender: 'idle',
  sent: new Map(),
  bytesPerSecond: undefined,
  ...SENDS_AS_IT_CAN,
}

type News =
  | { readonly personId: string; readonly answered: Answered }
  | { readonly personId: string; readonly asked: boolean }

/** The outbox of one officer in this tab: its state for screens, its sender, and its twins in the other tabs. */
export class LiveOutbox {
  readonly outbox: Outbox
  readonly #sender: Sender
  readonly #listeners = new Set<() => void>()
  readonly #channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('satu-antrean-kirim')
  #settings = SENDS_AS_IT_CAN
  #state = EMPTY
  #reading: Promise<void> | undefined
  #again = false
  readonly #offs: (() => void)[] = []

  constructor(store: DeviceStore) {
    this.outbox = new Outbox(store)
    this.#sender = new Sender(this.outbox, {
      fetch: (url, init) => fetch(url, init),
      locks: LOCKS,
      clock: Date.now,
      onNews: () => this.#read(),
      onAnswered: (answered) => this.#say({ personId: store.personId, answered }),
    })
  }

  start(): void {
    const { store } = this.outbox
    const online = () => this.outbox.wake(false)
    const seen = () => {
      if (document.visibilityState === 'visible') this.outbox.wake(false)
    }
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', seen)
    this.#channel?.addEventListener('message', (event: MessageEvent<News>) => this.#heard(event.data))
    this.#offs.push(
      store.onChange(() => this.#read()),
      () => window.removeEventListener('online', online),
      () => document.removeEventListener('visibilitychange', seen),
    )
    void this.#begin()
  }

  async #begin(): Promise<void> {
    const kept = await this.outbox.store.snapshot(SETTINGS)
    this.#settings = (kept?.value as Settings | undefined) ?? SENDS_AS_IT_CAN
    this.#sender.govern(this.#settings)
    this.#read()
    void adoptUnsent(this.outbox).catch(() => undefined) // at the next start then
    void forgetSent(this.outbox.store, Date.now()).catch(() => undefined)
    await this.#sender.run()
  }

  /** Nothing is sent by this tab any more: locked, signed out, another officer. */
  stop(): void {
    this.#sender.stop()
    for (const off of this.#offs.splice(0)) off()
    this.#channel?.close()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): OutboxState => this.#state

  async govern(settings: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...settings }
    this.#sender.govern(this.#settings)
    // At once: a switch that jumps back under the finger looks broken.
    this.#state = { ...this.#state, ...this.#settings }
    for (const listener of this.#listeners) listener()
    await this.outbox.store.keepSnapshot(SETTINGS, this.#settings)
    this.#say({ personId: this.outbox.store.personId, asked: false })
  }

  /** Now, whether or not sending waits to be asked; the sender may be in another tab. */
  sendNow(): void {
    this.outbox.wake(true)
    this.#say({ personId: this.outbox.store.personId, asked: true })
  }

  #say(news: News): void {
    this.#channel?.postMessage(news)
  }

  #heard(news: News): void {
    if (news.personId !== this.outbox.store.personId) return
    if ('answered' in news) return this.outbox.answered(news.answered)
    if (news.asked) this.outbox.wake(true)
    else void this.#readSettings()
  }

  async #readSettings(): Promise<void> {
    const kept = await this.outbox.store.snapshot(SETTINGS)
    this.#settings = (kept?.value as Settings | undefined) ?? SENDS_AS_IT_CAN
    this.#sender.govern(this.#settings)
    this.#read()
  }

  /** The state as it is after everything that was written before this call. */
  async freshen(): Promise<void> {
    await this.#reading
    if (this.#reading === undefined) this.#read()
    await this.#reading
  }

  /** One reading at a time; what changes meanwhile is read right after it. */
  #read(): void {
    if (this.#reading !== undefined) {
      this.#again = true
      return
    }
    this.#reading = this.#look().finally(() => {
      this.#reading = undefined
      if (this.#again) {
        this.#again = false
        this.#read()
      }
    })
  }

  async #look(): Promise<void> {
    const { store } = this.outbox
    try {
      const [items, sentLately] = await Promise.all([this.outbox.items(), store.all('sent')])
      this.#state = {
        items,
        sentLately: sentLately.toSorted((a, b) => b.at - a.at),
        standing: planOf(items, Date.now()).standing,
        sender: this.#sender.state,
        sent: new Map(this.#sender.sent),
        bytesPerSecond: this.#sender.rate.bytesPerSecond(Date.now()),
        ...this.#settings,
      }
    } catch {
      return // locked meanwhile: the last state stands until the screen goes
    }
    for (const listener of this.#listeners) listener()
  }
}

let current: LiveOutbox | undefined

/** The outbox of the officer who works here now; one for the tab, and it sends by itself from then on. */
export function liveOutbox(store: DeviceStore): LiveOutbox {
  if (current?.outbox.store === store) return current
  current?.stop()
  current = new LiveOutbox(store)
  current.start()
  return current
}

export function closeOutbox(): void {
  current?.stop()
  current = undefined
}
