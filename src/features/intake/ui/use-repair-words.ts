import { useUnsentText } from '#client/unsent-text.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'

/** Answers in words to the faults, kept on the device until they are sent; another return starts afresh. */
export function useRepairWords(
  personId: string,
  view: DraftView,
): readonly [readonly string[], (fault: number, words: string) => void, () => void] {
  const [kept, keep, clear] = useUnsentText(`perbaikan:${personId}:${view.caseId}:${view.returned?.at ?? 0}`)
  const words = parsed(kept)
  return [
    words,
    (fault, text) => {
      const next = Array.from({ length: Math.max(words.length, fault + 1) }, (_, index) => words[index] ?? '')
      next[fault] = text
      keep(JSON.stringify(next))
    },
    clear,
  ]
}

function parsed(kept: string): readonly string[] {
  try {
    const words: unknown = JSON.parse(kept)
    return Array.isArray(words) ? words.map(String) : []
  } catch {
    return []
  }
}
