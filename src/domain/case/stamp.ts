import type { Instant } from '#domain/shared/instant.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { CaseEvent, CaseHappening } from './case-event.ts'
import type { Person } from './case-file.ts'

/** Turns what `decide` answered into the next events of a case's log: numbered, timed, signed. */
export function stamp(
  caseId: Uuid,
  version: number,
  happenings: readonly CaseHappening[],
  by: Person,
  at: Instant,
): readonly CaseEvent[] {
  return happenings.map((happening, index) => ({
    ...happening,
    caseId,
    version: version + 1 + index,
    at,
    by,
  }))
}
