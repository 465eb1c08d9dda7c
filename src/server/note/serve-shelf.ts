import type { MessagePort } from 'node:worker_threads'
import type { DocShelf, Written } from './doc-shelf.ts'

/** What can be asked of the thread that holds the documents. All but `load` and `forget` need the document to be there. */
export type Asks = {
  load: { readonly updates: readonly Uint8Array[] }
  take: { readonly updates: readonly Uint8Array[] }
  write: { readonly update: Uint8Array }
  since: { readonly known: Uint8Array }
  text: object
  state: object
  forget: object
}
export type Answers = {
  load: true
  take: true
  write: Written
  since: { readonly update: Uint8Array; readonly known: Uint8Array } | undefined
  text: string
  state: Uint8Array
  forget: true
}
export type Ask = {
  readonly [Do in keyof Asks]: { readonly do: Do; readonly key: string } & Asks[Do]
}[keyof Asks]
/** `missing`: that document is not on the shelf; bring it and ask again. */
export type Answer = { readonly missing: true } | { readonly is: Answers[keyof Answers] }

/** The thread's side: one question after the other, each with one answer. */
export function serveShelf(port: MessagePort | null, shelf: DocShelf): void {
  port?.on('message', (ask: Ask) => port.postMessage(answerTo(shelf, ask)))
  port?.postMessage('ready')
}

function answerTo(shelf: DocShelf, ask: Ask): Answer {
  const { key } = ask
  if (ask.do !== 'load' && ask.do !== 'forget' && !shelf.has(key)) return { missing: true }
  switch (ask.do) {
    case 'load':
      shelf.load(key, ask.updates)
      return { is: true }
    case 'take':
      shelf.take(key, ask.updates)
      return { is: true }
    case 'write':
      return { is: shelf.write(key, ask.update) }
    case 'since':
      return { is: shelf.since(key, ask.known) }
    case 'text':
      return { is: shelf.textOf(key) }
    case 'state':
      return { is: shelf.stateOf(key) }
    case 'forget':
      shelf.forget(key)
      return { is: true }
  }
}
