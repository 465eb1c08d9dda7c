import type { Instant } from '#domain/shared/instant.ts'
import { nextChangeAt } from '#domain/sla/stage-time.ts'
import type { QueueItem } from './queue-item.ts'

/** When the next of these rows turns urgent, late, or free again by itself: then whoever counts them counts anew. */
export function nextChangeOf(items: Iterable<QueueItem>, now: Instant): Instant {
  let next = Infinity
  for (const item of items) {
    if (item.open) next = Math.min(next, nextChangeAt(item.time, item.row, now))
  }
  return next
}
