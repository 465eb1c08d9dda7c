import { unlessHeld } from '#client/device/locks.ts'
import type { Outbox } from './outbox.ts'

/** Held by a form for as long as it is open: it puts its own words into the outbox. */
export const formLock = (caseId: string) => `satu-antrean-isian/${caseId}`

/**
 * Words that were typed into a form whose tab died before the field was left: they are on the disk, and go to the
 * outbox now, so that they are sent although nobody opens that form again.
 */
export async function adoptUnsent(outbox: Outbox): Promise<void> {
  for (const draft of await outbox.store.all('draft')) {
    if (Object.keys(draft.unsent.changed).length === 0) continue
    await unlessHeld(formLock(draft.id), async () => {
      const now = await outbox.store.get('draft', draft.id)
      if (now === undefined || Object.keys(now.unsent.changed).length === 0) return
      const { view, unsent } = now
      const { service, kind, number } = view
      const command = { type: 'edit', ...unsent } as const
      const about = { service, caseKind: kind, applicant: '', number }
      await outbox.put([{ caseId: now.id, about, command, seenVersion: view.version }], async () => {
        const kept = (await outbox.store.get('draft', draft.id)) ?? now
        return [{ keep: { ...kept, unsent: { changed: {}, base: {} } } }]
      })
    })
  }
}
