import type { Actor } from '#domain/access/actor.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { NextReason } from '#domain/sla/next-best.ts'
import { nextBest } from '#domain/sla/next-best.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { serverNow } from './clock.ts'
import type { QueueItem } from './replica/queue-item.ts'
import { runCase } from './run.ts'

export type TakenNext =
  | {
      readonly is: 'taken'
      readonly row: QueueRow
      readonly reasons: readonly NextReason[]
      /** Who was faster at the ones before it. */
      readonly passed: readonly string[]
    }
  | { readonly is: 'none'; readonly passed: readonly string[] }
  | { readonly is: 'refused'; readonly row: QueueRow; readonly answer: CommandAnswer }

/** So many that were faster in a row: then the list is looked at first. */
const MOST_TRIES = 6
const FASTER: ReadonlySet<Refusal['why']> = new Set([
  'held-by-other',
  'not-in-stage',
  'nothing-changes',
  'not-found',
])

/** Takes the case that comes first for this person, in one act. Where a colleague was faster it goes on to the next. */
export async function takeNextBest(
  items: () => Iterable<QueueItem>,
  me: Actor,
  take: (row: QueueRow) => Promise<CommandAnswer> = (row) => runCase({ type: 'claim' }, row.id, row.version),
): Promise<TakenNext> {
  const gone = new Set<string>()
  const passed: string[] = []
  while (gone.size < MOST_TRIES) {
    const found = nextBest(openOnes(items(), gone), me, serverNow())
    if (!found) break
    const { row } = found.item
    const answer = await take(row)
    if (answer.ok) return { is: 'taken', row: answer.row, reasons: found.reasons, passed }
    if (!FASTER.has(answer.refusal.why)) return { is: 'refused', row, answer }
    gone.add(row.id)
    if (answer.refusal.why === 'held-by-other') passed.push(answer.refusal.holder.name)
  }
  return { is: 'none', passed }
}

function* openOnes(items: Iterable<QueueItem>, gone: ReadonlySet<string>): Iterable<QueueItem> {
  for (const item of items) if (item.open && !gone.has(item.row.id)) yield item
}
