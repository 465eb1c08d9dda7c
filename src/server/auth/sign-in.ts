import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { AuthShell, RequestOrigin } from './auth-shell.ts'
import { isDemo } from './auth-shell.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import type { OpenedSession } from './open-session.ts'
import { openSession } from './open-session.ts'
import { passwordFits } from './password.ts'
import type { Credentials } from './person-store.ts'
import { credentialsById, credentialsByUsername, stillThePassword } from './person-store.ts'
import { takeCode } from './second-factor.ts'
import { auditFailedSignIn, auditSignIn } from './sign-in-audit.ts'
import { CODE_LIMITS, PASSWORD_LIMITS, reserveAttempt } from './throttle.ts'

const ONE_TIME_PASSWORD_MS = 3 * DAY_MS
const TICKET_MS = 5 * MINUTE_MS
const TICKET = 'sign-in/second-step'
const Ticket = z.strictObject({ personId: z.string(), until: z.number(), password: z.string() })

export type From = RequestOrigin & { readonly deviceCookie: string | undefined }

export type SignInRefusal =
  | { readonly why: 'wrong'; readonly left: number }
  | { readonly why: 'wait'; readonly until: Instant }
  /** The password was right; the code is asked next. The ticket stands for the password for five minutes. */
  | { readonly why: 'code-needed'; readonly ticket: string }
  | { readonly why: 'wrong-code'; readonly left: number }
  | { readonly why: 'too-late' }

export type SignInAnswer =
  | {
      readonly ok: true
      readonly session: OpenedSession
      readonly personId: string
      readonly deviceCookie: string
    }
  | { readonly ok: false; readonly refusal: SignInRefusal }

const no = (refusal: SignInRefusal): SignInAnswer => ({ ok: false, refusal })
const accountOf = (username: string): string =>
  username.replaceAll('\0', '').trim().toLowerCase().slice(0, 200)

/**
 * First step: name and password. Unknown, disabled, stale and wrong are one answer after the same work, and attempts
 * are counted alike for names that do not exist.
 */
export async function signInWithPassword(
  shell: AuthShell,
  username: string,
  password: string,
  from: From,
): Promise<SignInAnswer> {
  const account = accountOf(username)
  const device = knownDevice(shell, from.deviceCookie, account)
  const attempt = await reserveAttempt(shell, { account, address: from.address, device }, PASSWORD_LIMITS)
  if (!attempt.ok) return no({ why: 'wait', until: attempt.until })
  const found = await credentialsByUsername(shell.pool, account)
  const usable = found && isUsable(shell, found) ? found : undefined
  if (!(await passwordFits(password, usable?.password_hash)) || !usable) {
    await auditFailedSignIn(shell, found?.id, from)
    return no({ why: 'wrong', left: attempt.left })
  }
  await attempt.forgive()
  if (usable.totp_secret !== null) return no({ why: 'code-needed', ticket: ticketFor(shell, usable) })
  return welcome(shell, usable, false, from)
}

/** Second step: the code of the authenticator app, with the ticket of the first. */
export async function signInWithCode(
  shell: AuthShell,
  ticket: string,
  code: string,
  from: From,
): Promise<SignInAnswer> {
  const opened = openTicket(shell, ticket)
  const person = opened && (await credentialsById(shell.pool, opened.personId))
  if (
    !opened ||
    !person ||
    opened.until < shell.clock() ||
    opened.password !== fingerprint(person) ||
    !isUsable(shell, person)
  )
    return no({ why: 'too-late' })
  const device = knownDevice(shell, from.deviceCookie, person.username)
  const attempt = await reserveAttempt(
    shell,
    { account: `code:${person.id}`, address: from.address, device },
    CODE_LIMITS,
  )
  if (!attempt.ok) return no({ why: 'wait', until: attempt.until })
  if (!(await takeCode(shell, person, code.replaceAll(/\s/g, '')))) {
    await auditFailedSignIn(shell, person.id, from)
    return no({ why: 'wrong-code', left: attempt.left })
  }
  await attempt.forgive()
  return welcome(shell, person, true, from)
}

/** "Masuk sebagai …": one click, in a demo and for its invented people only. */
export async function signInAsDemo(shell: AuthShell, username: string, from: From): Promise<SignInAnswer> {
  const person = isDemo(shell.config)
    ? await credentialsByUsername(shell.pool, accountOf(username))
    : undefined
  if (!person?.demo || person.disabled_at !== null) return no({ why: 'wrong', left: 0 })
  return welcome(shell, person, false, from)
}

async function welcome(
  shell: AuthShell,
  person: Credentials,
  secondFactor: boolean,
  from: From,
): Promise<SignInAnswer> {
  const session = await inTransaction(shell.pool, async (client) => {
    // An account that is being changed at this moment is waited for: no session by a password that just ended.
    if (!(await stillThePassword(client, person))) return undefined
    const opened = await openSession(shell, client, person.id, from, secondFactor)
    await auditSignIn(client, shell, person, { session: opened.sessionId.slice(0, 12), secondFactor }, from)
    return opened
  })
  if (!session) return no({ why: 'too-late' })
  const deviceCookie = rememberDevice(shell, from.deviceCookie, person.username)
  return { ok: true, session, personId: person.id, deviceCookie }
}

/** Not disabled; a demo person only in a demo; a one-time password only for some days. */
function isUsable(shell: AuthShell, person: Credentials): boolean {
  if (person.disabled_at !== null || (person.demo && !isDemo(shell.config))) return false
  const stale =
    person.must_change_password && shell.clock() - person.password_set_at.getTime() > ONE_TIME_PASSWORD_MS
  return !stale
}

/** Changes with the password, so that a ticket does not outlive it. */
function fingerprint(person: Credentials): string {
  return createHash('sha256').update(person.password_hash).digest('base64url').slice(0, 16)
}

function ticketFor(shell: AuthShell, person: Credentials): string {
  const ticket: z.infer<typeof Ticket> = {
    personId: person.id,
    until: shell.clock() + TICKET_MS,
    password: fingerprint(person),
  }
  return shell.sealer.seal(JSON.stringify(ticket), TICKET).toString('base64url')
}

function openTicket(shell: AuthShell, ticket: string): z.infer<typeof Ticket> | undefined {
  try {
    return Ticket.parse(JSON.parse(shell.sealer.open(Buffer.from(ticket, 'base64url'), TICKET)))
  } catch {
    return undefined
  }
}
