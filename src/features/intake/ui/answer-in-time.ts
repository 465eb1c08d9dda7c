import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'
import { leavesTheSide, planOf } from '#client/outbox/lanes.ts'
import type { Outbox } from '#client/outbox/outbox.ts'

/** How an act that ends the form came out. `waits-here`: it is safe on the device and sends itself. */
export type Outcome = ItemResult | { readonly result: 'waits-here' }

const ANSWER_WITHIN_MS = 10_000

/**
 * Waits a little for what the Dinas says of an act that ends the form, because its number is what people want to see.
 * `items`: what of this case waits here. Photos that go first take longer than anyone looks at a screen.
 */
export async function answerInTime(
  outbox: Outbox,
  items: readonly OutboxItem[],
  id: string,
): Promise<Outcome> {
  const item = items.find((one) => one.id === id)
  if (item === undefined || !leavesTheSide(item)) return { result: 'waits-here' }
  const now = planOf(items, Date.now()).standing.get(id)
  if (now !== 'next' && items.some((one) => one.what === 'paper')) return { result: 'waits-here' }
  const waits = navigator.onLine ? ANSWER_WITHIN_MS : 0
  return (await outbox.answerTo(id, waits)) ?? { result: 'waits-here' }
}
