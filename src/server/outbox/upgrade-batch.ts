import { OUTBOX_SCHEMA } from '#domain/intake/outbox-wire.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import type { Instant } from '#domain/shared/instant.ts'

type Raw = { readonly [field: string]: unknown }

/** From one shape of an item to the next, and when the next one was given out: from then the 90 days count. */
export type UpgradeStep = { readonly replacedAt: Instant; readonly upgrade: (item: Raw) => Raw }

/** How long a phone may have been away with what an earlier version of the app put into its outbox. */
export const ACCEPTED_FOR_MS = 90 * DAY_MS

/** `STEPS[0]` makes shape 2 of shape 1. None yet: shape 1 is the first that was given out. */
const STEPS: readonly UpgradeStep[] = []

export type Upgraded = { readonly items: readonly unknown[] } | { readonly why: 'too-old' | 'unknown' }

/**
 * Items of an earlier version of the app in today's shape. `too-old`: replaced more than 90 days ago. `unknown`: a
 * version that this house does not know yet, when it was put back; the phone keeps them and tries again.
 */
export function upgradeItems(
  schema: number,
  items: readonly unknown[],
  now: Instant,
  steps: readonly UpgradeStep[] = STEPS,
  present: number = OUTBOX_SCHEMA,
): Upgraded {
  if (!Number.isInteger(schema) || schema < 1 || schema > present) return { why: 'unknown' }
  const due = steps.slice(schema - 1, present - 1)
  if (due.some((step) => now - step.replacedAt > ACCEPTED_FOR_MS)) return { why: 'too-old' }
  const raised = (item: unknown): unknown =>
    item === null || typeof item !== 'object'
      ? item
      : due.reduce<Raw>((shape, step) => step.upgrade(shape), item as Raw)
  return { items: items.map(raised) }
}
