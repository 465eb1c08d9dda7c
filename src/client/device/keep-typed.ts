import type { DraftEntry } from './device-entry.ts'
import type { DeviceStore } from './device-store.ts'
import { withoutRepairWords } from './repair-words.ts'

/** A form as it lies on the device, with what a person typed over it. */
export function typedOver(kept: DraftEntry, { unsent, repairWords }: DraftEntry): DraftEntry {
  const { repairWords: _before, ...rest } = kept
  return { ...rest, unsent, ...(repairWords === undefined ? {} : { repairWords }) }
}

/**
 * What was typed, over the form as it lies there when its turn comes: an answer of the Dinas that came meanwhile has
 * changed the rest of it, and older words must not come back. Of a form that was let go meanwhile only fields that
 * were typed since are kept: its answers to faults left with it.
 */
export function keepTyped(store: DeviceStore, typed: DraftEntry): Promise<void> {
  return store.alone(async () => {
    const kept = await store.get('draft', typed.id)
    if (kept !== undefined) await store.write([{ keep: typedOver(kept, typed) }])
    else if (Object.keys(typed.unsent.changed).length > 0)
      await store.write([{ keep: withoutRepairWords(typed) }])
  })
}
