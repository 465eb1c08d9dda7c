import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { Shell } from '#server/shell.ts'
import { appendToChain } from './append.ts'
import type { AuditAct, Origin } from './chain.ts'
import { dayChain, record } from './record.ts'

export type AuditNote = Pick<AuditAct, 'action' | 'subject' | 'detail'>

/**
 * Puts a read of personal data on record. Wait for it before showing what was read: a read that cannot be recorded
 * does not happen.
 */
export function auditRead(
  shell: Pick<Shell, 'pool' | 'clock'>,
  actor: Actor,
  note: AuditNote,
  origin: Origin,
): Promise<void> {
  return record(shell.pool, { at: shell.clock(), personId: actor.id, role: actor.role, ...note, ...origin })
}

/** The same for an act of administration, inside its own transaction: on record if and only if it happened. */
export async function auditAct(
  db: Pick<pg.ClientBase, 'query'>,
  shell: Pick<Shell, 'clock'>,
  actor: Actor,
  note: AuditNote,
  origin: Origin,
): Promise<void> {
  const at = shell.clock()
  await appendToChain(db, dayChain(at), [{ at, personId: actor.id, role: actor.role, ...note, ...origin }])
}
