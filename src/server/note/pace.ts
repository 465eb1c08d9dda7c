import type { Instant } from '#domain/shared/instant.ts'
import type { Turn } from '#server/live/often.ts'
import { countTurns } from '#server/live/often.ts'
import type { NoteWord } from './note-wire.ts'
import { PACE } from './note-wire.ts'

/** How fast a screen speaks, each word for itself. */
export function createPace(now: () => Instant): {
  turn(screenId: string, word: NoteWord): Turn
  forget(screenId: string): void
} {
  const said = new Map<string, Map<NoteWord, (now: number) => Turn>>()
  return {
    turn(screenId, word) {
      const words = said.get(screenId) ?? new Map<NoteWord, (now: number) => Turn>()
      said.set(screenId, words)
      const turns = words.get(word) ?? countTurns(PACE[word])
      words.set(word, turns)
      return turns(now())
    },
    forget(screenId) {
      said.delete(screenId)
    },
  }
}
