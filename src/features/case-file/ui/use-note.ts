'use client'
import { useTyped } from './use-typed.ts'

export type NoteDraft = { readonly text: string; readonly visibility: 'internal' | 'shared' }
export const NO_NOTE: NoteDraft = { text: '', visibility: 'internal' }

/** The note that is being written on a case; a refused act can put its words here. */
export function useNote(caseId: string) {
  return useTyped<NoteDraft>(caseId, 'note', NO_NOTE)
}
