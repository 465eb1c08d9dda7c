import type { Text } from './text.ts'

/** What is wrong (`error`) or doubtful (`warning`) about one written value, in words for the person who wrote it. */
export type Remark = { readonly level: 'error' | 'warning'; readonly code: string; readonly text: Text }

/** A fault that stops: the value cannot be used like this. */
export function wrong(code: string, id: string, en: string): Remark {
  return { level: 'error', code, text: { id, en } }
}

/** A doubt that is shown to officer and verifier, and stops nothing. */
export function doubtful(code: string, id: string, en: string): Remark {
  return { level: 'warning', code, text: { id, en } }
}
