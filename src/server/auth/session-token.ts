import { createHash, randomBytes } from 'node:crypto'
import { parseCookie } from 'cookie'

/** What lies in the cookie: 256 random bits that say nothing of the person. The database keeps only its hash. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The session's id in the database: a stolen copy of the table opens no session. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** `__Host-` pins the cookie to this host over https; browsers refuse that prefix on plain http. */
export function cookieName(name: string, https: boolean): string {
  return https ? `__Host-${name}` : name
}

export const SESSION_COOKIE = 'satu-antrean'

export function sessionCookieName(https: boolean): string {
  return cookieName(SESSION_COOKIE, https)
}

/** The session token of a Cookie header; null when there is none or it cannot be one. */
export function tokenIn(cookieHeader: string | undefined, https: boolean): string | null {
  if (!cookieHeader) return null
  const token = parseCookie(cookieHeader)[sessionCookieName(https)]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}
