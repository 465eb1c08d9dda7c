import type { DeviceStore } from '#client/device/device-store.ts'
import { gatherUpdates } from './gather-updates.ts'
import { dropSent, fromText } from './note-keep.ts'
import type { NoteLink } from './note-line.ts'
import { noteLine } from './note-line.ts'

/**
 * Words that a killed tab left on this device go to the Dinas from whatever screen is open next. What is refused stays
 * where it is: it leaves by acknowledgement only.
 */
export async function sendKept(link: NoteLink, store: DeviceStore): Promise<void> {
  for (const entry of await store.all('note')) {
    const line = noteLine(link, entry.caseId, entry.side)
    const pieces = gatherUpdates(entry.updates.map(fromText))
    let all = true
    for (const piece of pieces) all &&= (await line.send(piece)).ok
    if (all) await dropSent(store, [entry])
  }
}
