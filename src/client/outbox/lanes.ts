import { LEAVES_THE_SIDE } from '#domain/intake/leaves-the-side.ts'
import type { OutboxItem, PaperItem, TextItem } from '#client/device/device-entry.ts'

/** How one item stands, as its card says it. */
export type Standing =
  | 'next' // can go now
  | 'waits' // something of the same case goes first
  | 'held' // a person moved it to another time
  | 'attention' // a person has to look at it

export type Plan = {
  /** What can go now, in order within each case; those of one case may travel in one batch. */
  readonly texts: readonly TextItem[]
  readonly papers: readonly PaperItem[]
  readonly standing: ReadonlyMap<string, Standing>
  /** When the first held item comes due. */
  readonly nextAt: number | undefined
}

export const leavesTheSide = (item: OutboxItem) =>
  item.what === 'command' && LEAVES_THE_SIDE.has(item.command.type)

/**
 * What of the outbox can be sent now. Each case is a lane of its own: nothing of one case waits for another. Inside a
 * lane words go in the order they were put, and may overtake photos; `submit` and its like wait for everything before
 * them. An item in trouble stays where it is: only what cannot be right without it waits for it.
 */
export function planOf(items: readonly OutboxItem[], now: number): Plan {
  const lanes = new Map<string, OutboxItem[]>()
  for (const item of items.toSorted((a, b) => a.order - b.order))
    lanes.set(item.caseId, [...(lanes.get(item.caseId) ?? []), item])
  const standing = new Map<string, Standing>()
  for (const lane of lanes.values()) standLane(lane, now, standing)
  const next = items.filter((item) => standing.get(item.id) === 'next').toSorted((a, b) => a.order - b.order)
  const held = items.flatMap((item) => (standing.get(item.id) === 'held' ? [item.notBefore ?? 0] : []))
  return {
    texts: next.filter((item) => item.what === 'command'),
    papers: next.filter((item) => item.what === 'paper'),
    standing,
    nextAt: held.length > 0 ? Math.min(...held) : undefined,
  }
}

function standLane(lane: readonly OutboxItem[], now: number, standing: Map<string, Standing>): void {
  let stopped = false // nothing behind can be right
  let begun = true // the Dinas has the case
  let incomplete = false // a photo or a troubled item before it is not there
  for (const item of lane) {
    const own: Standing | undefined =
      item.trouble !== undefined ? 'attention' : (item.notBefore ?? 0) > now ? 'held' : undefined
    if (own !== undefined) {
      standing.set(item.id, own)
      incomplete = true
      const first = item.what === 'command' && item.command.type === 'create'
      if (first || (own === 'held' && item.what === 'command')) stopped = true
      continue
    }
    if (item.what === 'paper') {
      standing.set(item.id, stopped || !begun ? 'waits' : 'next')
      incomplete = true
      continue
    }
    const leaves = leavesTheSide(item)
    const waits: boolean = stopped || (leaves && incomplete)
    standing.set(item.id, waits ? 'waits' : 'next')
    if (item.command.type === 'create') begun = false
    if (leaves && waits) stopped = true
    if (leaves && !waits) begun = false // photos behind it wait for its answer
    if (waits) incomplete = true
  }
}

/** May this text item be changed by later words instead of a second item? Only while no attempt has left. */
export const isFresh = (item: OutboxItem) => item.triedAt === undefined && item.trouble === undefined
