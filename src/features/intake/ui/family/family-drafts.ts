import type { DraftView } from '#domain/intake/draft-view.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { foldDraft, mergeAnswers } from '#client/outbox/fold-draft.ts'

/** What binds the applications of one sitting: the case that was begun first. */
export const rootOf = (view: Pick<DraftView, 'bundle' | 'caseId'>): string => view.bundle ?? view.caseId

/** The other applications of this family on this device, as they are with everything that waits. */
export async function familyDrafts(store: DeviceStore, view: DraftView): Promise<readonly DraftEntry[]> {
  const [drafts, items] = await Promise.all([store.all('draft'), store.all('item')])
  return drafts
    .filter((one) => one.id !== view.caseId && rootOf(one.view) === rootOf(view))
    .map((entry) => {
      const waiting = items.filter((item) => item.caseId === entry.id && item.what === 'command')
      const folded = waiting
        .toSorted((a, b) => a.order - b.order)
        .reduce((now, item) => (item.what === 'command' ? foldDraft(now, item.command) : now), entry.view)
      return { ...entry, view: { ...folded, answers: mergeAnswers(folded.answers, entry.unsent.changed) } }
    })
}
