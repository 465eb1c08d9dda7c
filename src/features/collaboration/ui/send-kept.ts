import { mergeUpdates } from 'yjs'
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
    const updates = entry.updates.map(fromText)
    const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
    const pieces = bytes < MOST_AT_ONCE && updates.length > 0 ? [mergeUpdates(updates)] : updates
    let all = true
    for (const piece of pieces) all &&= (await line.send(piece)).ok
    if (all) await dropSent(store, [entry])
  }
}

const MOST_AT_ONCE = 48 * 1024
