import type { DeviceStore } from '#client/device/device-store.ts'
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
    let all = true
    // In their order, as they lie: a phone need not fetch what reads them.
    for (const update of entry.updates) all &&= (await line.send(fromText(update))).ok
    if (all) await dropSent(store, [entry])
  }
}
