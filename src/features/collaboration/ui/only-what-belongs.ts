import type { Extension } from '@codemirror/state'
import { EditorState } from '@codemirror/state'
import { MOST_TYPED } from '#domain/case/case-note.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'

/**
 * What a person types or pastes, before it becomes part of the note: no more than a page takes, and what looks like a
 * NIK is hidden at once, so that it is never sent. Words of others were looked at by the server.
 */
export function onlyWhatBelongs(onHidden: () => void): Extension {
  return EditorState.transactionFilter.of((change) => {
    if (!change.docChanged || !(change.isUserEvent('input') || change.isUserEvent('delete'))) return change
    const { newDoc, startState } = change
    if (newDoc.length > MOST_TYPED && newDoc.length > startState.doc.length) return []
    const before = newDoc.toString()
    const after = maskLongNumbers(before)
    if (after === before) return change
    onHidden()
    return [change, { changes: differenceOf(before, after), sequential: true }]
  })
}

/** The one stretch in which two texts differ. */
export function differenceOf(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) }
}
