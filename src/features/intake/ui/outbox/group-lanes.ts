import type { ItemAbout, OutboxItem, SentEntry } from '#client/device/device-entry.ts'
import type { Standing } from '#client/outbox/lanes.ts'
import type { OutboxState } from '#client/outbox/outbox-state.ts'
import { bytesOf } from '#client/outbox/outbox-state.ts'

export type CardState = 'sending' | 'next' | 'held' | 'attention' | 'done'

/** One application of the outbox, as its card shows it. */
export type Card = {
  readonly caseId: string
  readonly about: ItemAbout
  readonly items: readonly { readonly item: OutboxItem; readonly standing: Standing; readonly sent: number }[]
  readonly bytes: number
  readonly sentBytes: number
  readonly state: CardState
  /** The paper on its way, and of how many. */
  readonly moving: { readonly now: number; readonly of: number } | undefined
  readonly sent: SentEntry | undefined
}

/** What waits, by application in the order in which it was put; then what is over, newest first. */
export function cardsOf(state: OutboxState): readonly Card[] {
  const lanes = new Map<string, OutboxItem[]>()
  for (const item of state.items) lanes.set(item.caseId, [...(lanes.get(item.caseId) ?? []), item])
  const over = new Map(state.sentLately.map((entry) => [entry.caseId, entry]))
  const waiting = Array.from(lanes, ([caseId, items]) => cardOf(caseId, items, over.get(caseId), state))
  const done = state.sentLately
    .filter((entry) => !lanes.has(entry.caseId))
    .map((sent): Card => {
      const { caseId, about, bytes } = sent
      return { caseId, about, items: [], bytes, sentBytes: bytes, state: 'done', moving: undefined, sent }
    })
  return [...waiting, ...done]
}

function cardOf(
  caseId: string,
  lane: readonly OutboxItem[],
  over: SentEntry | undefined,
  state: OutboxState,
): Card {
  const items = lane.map((item) => ({
    item,
    standing: state.standing.get(item.id) ?? 'waits',
    sent: item.what === 'paper' ? (item.stored === true ? item.bytes : (state.sent.get(item.id) ?? 0)) : 0,
  }))
  const named = [...lane].reverse().find((item) => item.about.applicant !== '')?.about ?? lane[0]?.about
  const papers = items.filter(({ item }) => item.what === 'paper')
  const movingAt = papers.findIndex(({ item }) => state.sender === 'sending' && state.sent.has(item.id))
  const gone = over === undefined ? 0 : over.bytes
  return {
    caseId,
    about: { ...(named ?? NOBODY), number: over?.about.number ?? named?.number ?? null },
    items,
    bytes: gone + lane.reduce((sum, item) => sum + bytesOf(item), 0),
    sentBytes: gone + items.reduce((sum, one) => sum + one.sent, 0),
    state: stateOf(items, movingAt >= 0, state),
    moving: movingAt < 0 ? undefined : { now: movingAt + 1, of: papers.length },
    sent: over,
  }
}

const NOBODY: ItemAbout = { service: 'KK', caseKind: '', applicant: '', number: null }

function stateOf(items: Card['items'], moving: boolean, state: OutboxState): CardState {
  if (items.some((one) => one.standing === 'attention')) return 'attention'
  if (moving) return 'sending'
  const words = items.some((one) => one.item.what === 'command' && one.standing === 'next')
  if (words && state.sender === 'sending') return 'sending'
  return items.every((one) => one.standing === 'held') ? 'held' : 'next'
}

/** What is still to go: what the meter says before anything leaves. */
export function toSend(state: OutboxState): { readonly cases: number; readonly bytes: number } {
  const going = state.items.filter((item) => item.trouble === undefined)
  const bytes = going.reduce((sum, item) => sum + bytesOf(item) - (state.sent.get(item.id) ?? 0), 0)
  return { cases: new Set(state.items.map((item) => item.caseId)).size, bytes: Math.max(0, bytes) }
}
