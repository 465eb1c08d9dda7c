import type { NoteRefusal, NoteSide } from '#domain/case/case-note.ts'

/** The link as a note needs it: `Words` of the live connection, or a test's own. */
export type NoteLink = {
  readonly connected: boolean
  hear(event: string, ear: (frame: readonly unknown[]) => void): () => void
  onLine(listener: () => void): () => void
  ask(event: string, ...input: readonly unknown[]): Promise<unknown>
  say(event: string, ...input: readonly unknown[]): void
}

type Refused = { readonly ok: false; readonly why: NoteRefusal }
export type OpenAnswer = { readonly ok: true; readonly update: Bytes; readonly known: Bytes } | Refused
export type SendAnswer = { readonly ok: true; readonly seq: number } | Refused
export type ReadAnswer = { readonly ok: true; readonly text: string; readonly at: number } | Refused

/** A browser is handed an ArrayBuffer, Node a Buffer. */
type Bytes = ArrayBuffer | Uint8Array
export const bytesOf = (bytes: Bytes): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)

/** The words of one note over the link. */
export function noteLine(link: NoteLink, caseId: string, side: NoteSide) {
  const mine =
    (ear: (rest: readonly unknown[]) => void) =>
    ([id, which, ...rest]: readonly unknown[]) => {
      if (id === caseId && which === side) ear(rest)
    }
  return {
    get connected() {
      return link.connected
    },
    onLine: (listener: () => void) => link.onLine(listener),
    hear: (event: string, ear: (rest: readonly unknown[]) => void) => link.hear(event, mine(ear)),
    open: (known: Uint8Array) => link.ask('note-open', caseId, side, known) as Promise<OpenAnswer>,
    send: (update: Uint8Array) => link.ask('note-send', caseId, side, update) as Promise<SendAnswer>,
    read: () => link.ask('note-read', caseId, side) as Promise<ReadAnswer>,
    at: (anchor: Uint8Array | null, head: Uint8Array | null) =>
      link.say('note-at', caseId, side, anchor, head),
    close: () => link.say('note-close', caseId, side),
  }
}
export type NoteLine = ReturnType<typeof noteLine>
