import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'

/** `AL-26-04117` in a queue of one service: `26-04117`. */
export function shortNumber(number: string): string {
  return number.replace(/^[A-Z]+-/, '')
}

/** What a person calls the case: its number, and before it has one its id. */
export function caseName(row: QueueRow): string {
  return row.number ?? row.id
}

/** Where the case is opened: a draft where it is filled in, everything else in the case screen. */
export function caseAddress(row: QueueRow, me: Actor): string {
  const fills = me.role === 'NEGERI_OFFICER' || me.role === 'CITIZEN'
  return row.stage === 'DRAFT' && fills ? `/ajukan/${row.id}` : `/permohonan/${row.id}`
}
