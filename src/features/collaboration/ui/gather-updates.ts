import { mergeUpdates } from 'yjs'

/** Below what the server takes in one piece, with room for the frame around it. */
export const MOST_SENT_BYTES = 48 * 1024

/** Many small updates as few, in their order, each no larger than what can be sent at once. */
export function gatherUpdates(updates: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[][] = []
  let room = 0
  for (const update of updates) {
    room -= update.byteLength
    if (room >= 0) pieces.at(-1)?.push(update)
    else {
      pieces.push([update])
      room = MOST_SENT_BYTES - update.byteLength
    }
  }
  return pieces.map((piece) => mergeUpdates(piece))
}
