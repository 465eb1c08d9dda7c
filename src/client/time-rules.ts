import type { Clockwork } from '#domain/sla/clockwork.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'

let current = createClockwork(HOUSE_RULES)
let known = -1
const listeners = new Set<() => void>()

/** The rules of time as this screen knows them; until the server said, those that the system is installed with. */
export function clockwork(): Clockwork {
  return current
}

/** Version of the rules that the server gave; -1 before. */
export function knownRules(): number {
  return known
}

/** Takes in the rules that hold from now on, and tells whoever has counted with the old ones. */
export function learnRules(rules: TimeRules): void {
  if (rules.version === known) return
  const next = createClockwork(rules)
  next.calendarOf('81.01') // what cannot be laid out is not taken in
  known = rules.version
  current = next
  for (const listener of listeners) listener()
}

/** Called when the rules changed: everything laid out with the old ones is to be laid out again. */
export function onRules(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
