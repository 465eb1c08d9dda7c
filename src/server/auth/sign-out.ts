import type { Actor } from '#domain/access/actor.ts'
import { Role } from '#domain/access/role.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { AuthShell, RequestOrigin } from './auth-shell.ts'
import { changePerson, endWithin } from './end-sessions.ts'
import { findSession } from './session-store.ts'
import { sessionIdOf } from './session-token.ts'

/** Ends the session of this token at once, on record. An unknown or ended one is left as it is. */
export async function signOut(shell: AuthShell, token: string, origin: RequestOrigin): Promise<void> {
  const session = await findSession(shell.pool, sessionIdOf(token))
  if (!session) return
  const actor: Actor = {
    id: session.person_id,
    name: session.name,
    role: Role.parse(session.role),
    areas: [],
    services: [],
  }
  await changePerson(shell, async (client) => {
    const ended = await endWithin(shell, client, { sessionId: session.id }, actor.id)
    if (ended.length === 0) return
    const note = {
      action: 'session.close',
      subject: `person:${actor.id}`,
      detail: { session: session.id.slice(0, 12) },
    }
    await auditAct(client, shell, actor, note, origin)
  })
}
