import type { Actor } from '#domain/access/actor.ts'
import type { CaseEvent, CaseHappening } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { evolve } from '#domain/case/evolve.ts'
import { stamp } from '#domain/case/stamp.ts'
import { personOf } from '#domain/case/visible.ts'

/** An act that was sent and not heard back of, or confirmed but not read again yet. */
export type Pending = {
  readonly key: string
  readonly happenings: readonly CaseHappening[]
  readonly at: number
  readonly version?: number
}

/** The case with the acts on their way, and the events that they will have been. Each is told anew on what is known now. */
export function withPending(
  file: CaseFile,
  pending: readonly Pending[],
  actor: Actor,
): { readonly file: CaseFile; readonly events: readonly CaseEvent[] } {
  const events: CaseEvent[] = []
  let shown = file
  for (const { happenings, at, version } of pending) {
    if (version !== undefined && file.version >= version) continue
    for (const event of stamp(shown.id, shown.version, happenings, personOf(actor), at)) {
      shown = evolve(shown, event)
      events.push(event)
    }
  }
  return { file: shown, events }
}
