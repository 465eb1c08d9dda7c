import { Secret, TOTP } from 'otpauth'
import * as z from 'zod/mini'
import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import type { AuthShell } from './auth-shell.ts'
import type { Queryable } from './session-store.ts'

const PERIOD_S = 30
const PENDING_MS = 15 * MINUTE_MS
const sealedAs = (personId: string): string => `person/${personId}/totp`
const pendingAs = (personId: string): string => `person/${personId}/totp-pending`
const Pending = z.strictObject({ secret: z.string(), until: z.number() })

function totpOf(secret: string, username: string): TOTP {
  return new TOTP({
    issuer: 'Satu Antrean',
    label: username,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret,
  })
}

/** The time step of a right code, at most one step early or late; undefined for a wrong one. */
function stepOf(secret: string, code: string, now: Instant): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD_S) + delta
}

export type Enrolment = { readonly secret: string; readonly uri: string; readonly ticket: string }

/** A new secret to scan. Nothing is stored until a code proves that it was: the ticket carries it, sealed. */
export function beginEnrolment(
  shell: AuthShell,
  person: { readonly id: string; readonly username: string },
): Enrolment {
  const secret = new Secret({ size: 20 }).base32
  const pending = JSON.stringify({ secret, until: shell.clock() + PENDING_MS } satisfies z.infer<
    typeof Pending
  >)
  const ticket = shell.sealer.seal(pending, pendingAs(person.id)).toString('base64url')
  return { secret, uri: totpOf(secret, person.username).toString(), ticket }
}

/** Stores the secret of the ticket when the code fits it. The code is used up by this. */
export async function finishEnrolment(
  shell: AuthShell,
  db: Queryable,
  personId: string,
  ticket: string,
  code: string,
): Promise<'enrolled' | 'wrong-code' | 'too-late'> {
  const pending = openTicket(shell, personId, ticket)
  if (!pending || pending.until < shell.clock()) return 'too-late'
  const step = stepOf(pending.secret, code, shell.clock())
  if (step === undefined) return 'wrong-code'
  await db.query(
    'update person set totp_secret = $2, totp_last_step = $3, rights_version = rights_version + 1 where id = $1',
    [personId, shell.sealer.seal(pending.secret, sealedAs(personId)), step],
  )
  return 'enrolled'
}

function openTicket(shell: AuthShell, personId: string, ticket: string): z.infer<typeof Pending> | undefined {
  try {
    return Pending.parse(JSON.parse(shell.sealer.open(Buffer.from(ticket, 'base64url'), pendingAs(personId))))
  } catch {
    return undefined // not ours, or another person's
  }
}

/** Takes a code once: the same one, or an older one, is wrong from then on, also for two at the same moment. */
export async function takeCode(
  shell: AuthShell,
  person: { readonly id: string; readonly totp_secret: Uint8Array | null },
  code: string,
): Promise<boolean> {
  if (person.totp_secret === null) return false
  const step = stepOf(shell.sealer.open(person.totp_secret, sealedAs(person.id)), code, shell.clock())
  if (step === undefined) return false
  const { rowCount } = await shell.pool.query(
    'update person set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)',
    [person.id, step],
  )
  return rowCount === 1
}
