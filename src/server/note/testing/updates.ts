import * as Y from 'yjs'

/** One update that puts words into an empty note. */
export function updateOf(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

/** What one person types, one update for each piece. */
export function typing(...pieces: readonly string[]): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const piece of pieces) doc.getText('text').insert(doc.getText('text').length, piece)
  return updates
}

/**
 * An update of the second format in a few bytes that says it holds four thousand million things, each read from a run
 * that never ends: its reader is busy until its memory is full.
 */
export const HANGS_AS_V2 = hanging()

function hanging(): Uint8Array {
  const run = (...bytes: number[]) => [bytes.length, ...bytes]
  return Uint8Array.of(
    0, // no feature
    ...run(), // clocks of keys
    ...run(1), // clients: 1 …
    ...run(), // left clocks
    ...run(), // right clocks
    ...run(0), // what each is: deleted, and so for ever
    ...run(0, 0), // strings: none
    ...run(), // parents
    ...run(), // types
    ...run(0x41, 0xff, 0xff, 0xff, 0xff, 0x0f), // lengths: 1, four thousand million times
    1, // one client …
    // … with so many things
    0xff,
    0xff,
    0xff,
    0xff,
    0x0f,
    0, // from clock 0
  )
}
