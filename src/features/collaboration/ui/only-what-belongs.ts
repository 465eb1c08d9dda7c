import type { Extension } from '@codemirror/state'
import { EditorState } from '@codemirror/state'
import { MOST_TYPED } from '#domain/case/case-note.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import { textDifference } from '#domain/shared/text-difference.ts'

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
    return [change, { changes: textDifference(before, after), sequential: true }]
  })
}
