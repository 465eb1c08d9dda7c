import type { Instant } from '#domain/shared/instant.ts'
import type { AuthShell, RequestOrigin } from './auth-shell.ts'
import { ABSOLUTE_MS } from './session.ts'
import type { Queryable } from './session-store.ts'
import { insertSession } from './session-store.ts'
import { newSessionToken, sessionIdOf } from './session-token.ts'

export type OpenedSession = {
  readonly token: string
  readonly sessionId: string
  readonly expiresAt: Instant
}

/** Starts a session. Every sign-in gets a new token; none that the browser brought is taken over. */
export async function openSession(
  shell: Pick<AuthShell, 'clock'>,
  db: Queryable,
  personId: string,
  origin: RequestOrigin,
  secondFactor: boolean,
): Promise<OpenedSession> {
  const token = newSessionToken()
  const at = shell.clock()
  const opened = { token, sessionId: sessionIdOf(token), expiresAt: at + ABSOLUTE_MS }
  await insertSession(db, {
    id: opened.sessionId,
    personId,
    at,
    expiresAt: opened.expiresAt,
    secondFactor,
    device: origin.device,
    address: origin.address,
  })
  return opened
}
