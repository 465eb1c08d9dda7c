import type { Instant } from '#domain/shared/instant.ts'
import type { NoteWord } from './note-wire.ts'
import { PACE } from './note-wire.ts'

/** How fast a screen speaks, each word for itself. */
export function createPace(now: () => Instant): {
  allows(screenId: string, word: NoteWord): boolean
  forget(screenId: string): void
} {
  const said = new Map<string, Map<NoteWord, number[]>>()
  return {
    allows(screenId, word) {
      const [most, within] = PACE[word]
      const words = said.get(screenId) ?? new Map<NoteWord, number[]>()
      said.set(screenId, words)
      const recent = (words.get(word) ?? []).filter((at) => now() - at < within)
      words.set(word, recent)
      if (recent.length >= most) return false
      recent.push(now())
      return true
    },
    forget(screenId) {
      said.delete(screenId)
    },
  }
}
