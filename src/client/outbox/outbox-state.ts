import type { OutboxItem, SentEntry } from '#client/device/device-entry.ts'
import type { Standing } from './lanes.ts'

/** What the sender of this browser is doing. */
export type SenderState =
  | 'idle' // nothing to send
  | 'sending'
  | 'waiting' // the Dinas does not answer; it tries again by itself
  | 'sign-in' // the session ended: someone has to sign in, nothing is lost
  | 'paused' // by hand, or only on request
  | 'elsewhere' // another tab sends

export type OutboxState = {
  readonly items: readonly OutboxItem[]
  /** What the Dinas acknowledged of late, newest first. */
  readonly sentLately: readonly SentEntry[]
  readonly standing: ReadonlyMap<string, Standing>
  readonly sender: SenderState
  /** Bytes of a paper that are over, by item. */
  readonly sent: ReadonlyMap<string, number>
  /** What one second carried lately, when something was carried at all. */
  readonly bytesPerSecond: number | undefined
  readonly paused: boolean
  readonly onlyOnRequest: boolean
}

/** Bytes that are still to go. Words are small: they count as what they are before they are packed. */
export function bytesOf(item: OutboxItem): number {
  return item.what === 'paper' ? item.bytes : JSON.stringify(item.command).length
}
