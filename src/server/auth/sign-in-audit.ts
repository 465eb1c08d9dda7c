import type { Actor } from '#domain/access/actor.ts'
import { Role } from '#domain/access/role.ts'
import { auditAct } from '#server/audit/audit-act.ts'
import type { AuthShell, RequestOrigin } from './auth-shell.ts'
import type { Credentials } from './person-store.ts'

/** Whoever has not proven who they are yet. */
const STRANGER: Actor = { id: 'stranger', name: '', role: 'SYSTEM', areas: [], services: [] }

export async function auditSignIn(
  shell: AuthShell,
  person: Pick<Credentials, 'id' | 'name' | 'role'>,
  sessionId: string,
  secondFactor: boolean,
  { address, device }: RequestOrigin,
): Promise<void> {
  const actor: Actor = {
    id: person.id,
    name: person.name,
    role: Role.parse(person.role),
    areas: [],
    services: [],
  }
  const detail = { session: sessionId.slice(0, 12), secondFactor }
  await auditAct(shell, actor, 'session.opened', `person:${person.id}`, detail, { address, device })
}

/** The name that was typed is not kept when nobody has it: people type passwords there. */
export async function auditFailedSignIn(
  shell: AuthShell,
  personId: string | undefined,
  { address, device }: RequestOrigin,
): Promise<void> {
  await auditAct(
    shell,
    STRANGER,
    'session.refused',
    personId === undefined ? 'person:unknown' : `person:${personId}`,
    {},
    { address, device },
  )
}
