import type { DeviceEntry } from './device-entry.ts'
import { DEVICE_SCHEMA } from './device-entry.ts'

type Raw = { readonly [field: string]: unknown }
/** From the schema of its place to the next: `steps[0]` makes 2 of 1. */
export type UpgradeStep = (entry: Raw) => Raw

const STEPS: readonly UpgradeStep[] = []

/**
 * What an earlier version of the app kept, in today's shape. Nothing is dropped: what a later version wrote (the app
 * was put back) is left alone and answers undefined, so that it is neither shown wrongly nor lost.
 */
export function upgradeEntry(
  raw: unknown,
  schema: number,
  steps: readonly UpgradeStep[] = STEPS,
  now: number = DEVICE_SCHEMA,
): DeviceEntry | undefined {
  if (schema > now || schema < 1 || raw === null || typeof raw !== 'object') return undefined
  return steps.slice(schema - 1, now - 1).reduce((entry, step) => step(entry), raw as Raw) as DeviceEntry
}
