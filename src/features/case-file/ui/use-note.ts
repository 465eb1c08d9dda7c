'use client'
import { useTyped } from './use-typed.ts'

/** `id` is given once it was sent: the same words sent again are the same note. Other words are another note. */
export type NoteDraft = {
  readonly text: string
  readonly visibility: 'internal' | 'shared'
  readonly id?: string
  readonly mentions?: readonly string[]
}
export const NO_NOTE: NoteDraft = { text: '', visibility: 'internal' }

/** The note that is being written on a case; a refused act can put its words here. */
export function useNote(caseId: string) {
  return useTyped<NoteDraft>(caseId, 'note', NO_NOTE)
}
