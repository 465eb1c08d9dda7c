import type { Actor } from '#domain/access/actor.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { StageTime } from './stage-time.ts'
import { minutesLeft, stageStateAt } from './stage-time.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { FLAG } from '#domain/case/queue-row.ts'
import { mayTake } from '#domain/case/queue-view.ts'

export type Candidate = { readonly row: QueueRow; readonly time: StageTime }

/** Why a case comes first: how near its time is, and what set it before the one behind it. */
export type NextReason =
  | { readonly why: 'late'; readonly minutes: number }
  | { readonly why: 'soon' | 'left'; readonly minutes: number }
  | { readonly why: 'urgent' | 'vulnerable' | 'own' | 'only' }
  | { readonly why: 'oldest'; readonly days: number }

export type NextBest<Item extends Candidate = Candidate> = {
  readonly item: Item
  readonly reasons: readonly NextReason[]
}

type Rank = {
  /** 0: its time is over; 1: nearly; 2: not yet; 3: it has no time that runs. */
  readonly risk: number
  /** Urgent need, then people who are at risk, are served first among equals (Pedoman, P-12 and P-13). */
  readonly need: number
  /** Tenths of the stage's time that are used, the most first. */
  readonly used: number
  /** Whole days since it was handed in. */
  readonly days: number
  /** Named among this person's services, and how narrow their area around it is. */
  readonly own: number
}

const KEYS = ['risk', 'need', 'used', 'days', 'own'] as const

/**
 * The case that this person should take next: by the risk of a breach, urgent and vulnerable first among equals, then
 * age, then own services and area. Among equals the one handed in first, so that everybody's screen says the same.
 */
export function nextBest<Item extends Candidate>(
  items: Iterable<Item>,
  me: Actor,
  now: Instant,
): NextBest<Item> | undefined {
  let best: Ranked<Item> | undefined
  let second: Ranked<Item> | undefined
  for (const item of items) {
    if (!mayTake(item.row, me, now)) continue
    const ranked = { item, rank: rankOf(item, me, now) }
    if (best === undefined || before(ranked, best)) [best, second] = [ranked, best]
    else if (second === undefined || before(ranked, second)) second = ranked
  }
  return best && { item: best.item, reasons: reasonsOf(best, second, now) }
}

type Ranked<Item extends Candidate = Candidate> = { readonly item: Item; readonly rank: Rank }

function rankOf({ row, time }: Candidate, me: Actor, now: Instant): Rank {
  const state = stageStateAt(time, row, now)
  const left = time.stage ? minutesLeft(time, now) : undefined
  const limit = time.stage ? time.stage.limit / 60_000 : 0
  const share = left === undefined || limit === 0 ? 0 : Math.min(1, 1 - left / limit)
  const risk = state === 'lewat' ? 0 : state === 'segera' ? 1 : state === 'aman' ? 2 : 3
  const need = (row.flags & FLAG.urgent) !== 0 ? 0 : (row.flags & FLAG.vulnerable) !== 0 ? 1 : 2
  const narrowest = Math.max(
    0,
    ...me.areas.filter((area) => row.negeri.startsWith(area)).map((a) => a.length),
  )
  return {
    risk,
    need,
    used: -Math.floor(share * 10),
    days: -Math.floor((now - handedIn(row)) / DAY_MS),
    own: -(narrowest + (me.services.includes(row.service) ? 100 : 0)),
  }
}

function handedIn(row: QueueRow): Instant {
  return row.submittedAt ?? row.changedAt
}

function before(a: Ranked, b: Ranked): boolean {
  for (const key of KEYS) if (a.rank[key] !== b.rank[key]) return a.rank[key] < b.rank[key]
  const [x, y] = [handedIn(a.item.row), handedIn(b.item.row)]
  return x === y ? a.item.row.id < b.item.row.id : x < y
}

function reasonsOf(best: Ranked, second: Ranked | undefined, now: Instant): readonly NextReason[] {
  const { row, time } = best.item
  const { risk, need } = best.rank
  const minutes = Math.abs(time.stage ? minutesLeft(time, now) : 0)
  const reasons: NextReason[] = []
  if (risk === 0) reasons.push({ why: 'late', minutes })
  else if (risk === 1) reasons.push({ why: 'soon', minutes })
  if (need < 2) reasons.push({ why: need === 0 ? 'urgent' : 'vulnerable' })
  if (second === undefined) return [...reasons, { why: 'only' }]
  const told = KEYS.find((key) => best.rank[key] !== second.rank[key])
  if (told === 'used') reasons.push({ why: 'left', minutes })
  if (told === 'days' || told === undefined)
    reasons.push({ why: 'oldest', days: Math.floor((now - handedIn(row)) / DAY_MS) })
  if (told === 'own') reasons.push({ why: 'own' })
  return reasons.length > 0 ? reasons : [{ why: 'left', minutes }]
}
