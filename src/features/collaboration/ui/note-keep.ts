import type { NoteSide } from '#domain/case/case-note.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import type { NoteEntry } from '#client/device/device-entry.ts'
import { newId } from '#client/new-id.ts'

/** Where words wait that the Dinas does not have yet. */
export type NoteKeep = {
  /** What earlier tabs of this person left here, in order. */
  left(): Promise<readonly Uint8Array[]>
  /** All that waits now, instead of what was kept before: safe when this resolves. */
  write(updates: readonly Uint8Array[]): Promise<void>
  /** The Dinas has what was left here by earlier tabs. */
  settled(): Promise<void>
}

/** In the sealed store of this device: one entry for each tab and note, which leaves when the Dinas has its words. */
export function deviceKeep(store: DeviceStore, caseId: string, side: NoteSide): NoteKeep {
  const id = newId()
  let found: NoteEntry[] = []
  return {
    async left() {
      const all = await store.all('note')
      found = all.filter((entry) => entry.caseId === caseId && entry.side === side)
      return found.flatMap((entry) => entry.updates.map(fromText))
    },
    async write(updates) {
      if (updates.length === 0) return store.write([{ drop: 'note', id }])
      await store.write([
        { keep: { kind: 'note', id, caseId, side, updates: updates.map(toText), keptAt: Date.now() } },
      ])
    },
    settled: () => dropSent(store, found.splice(0)),
  }
}

/** Lets entries go whose words the Dinas has, unless their tab has put more into them meanwhile. */
export async function dropSent(store: DeviceStore, sent: readonly NoteEntry[]): Promise<void> {
  if (sent.length === 0) return
  await store.alone(async () => {
    for (const { id, updates } of sent) {
      const now = await store.get('note', id)
      if (now !== undefined && now.updates.join() === updates.join())
        await store.write([{ drop: 'note', id }])
    }
  })
}

export const fromText = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

function toText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
