import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { Role } from '#domain/access/role.ts'
import { auditAct, auditRead } from '#server/audit/audit-read.ts'
import type { AuthShell, RequestOrigin } from './auth-shell.ts'
import type { Credentials } from './person-store.ts'

/** Whoever has not proven who they are yet. */
const STRANGER: Actor = { id: 'stranger', name: '', role: 'SYSTEM', areas: [], services: [] }

/** With the session itself, in one transaction. */
export async function auditSignIn(
  client: pg.PoolClient,
  shell: AuthShell,
  person: Pick<Credentials, 'id' | 'name' | 'role'>,
  detail: { readonly session: string; readonly secondFactor: boolean },
  { address, device }: RequestOrigin,
): Promise<void> {
  const actor: Actor = {
    id: person.id,
    name: person.name,
    role: Role.parse(person.role),
    areas: [],
    services: [],
  }
  const note = { action: 'session.open', subject: `person:${person.id}`, detail }
  await auditAct(client, shell, actor, note, { address, device })
}

/** The name that was typed is not kept when nobody has it: people type passwords there. */
export async function auditFailedSignIn(
  shell: AuthShell,
  personId: string | undefined,
  { address, device }: RequestOrigin,
): Promise<void> {
  const note = { action: 'session.refuse', subject: `person:${personId ?? 'unknown'}`, detail: {} }
  await auditRead(shell, STRANGER, note, { address, device })
}
