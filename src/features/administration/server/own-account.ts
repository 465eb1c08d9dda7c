import type pg from 'pg'
import type { PasswordRefusal } from '#domain/access/password-rule.ts'
import { passwordRefusal } from '#domain/access/password-rule.ts'
import { DISTRICT_ROLES } from '#domain/access/role.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { RequestOrigin } from '#server/auth/auth-shell.ts'
import { isCommonPassword } from '#server/auth/common-password.ts'
import { changePerson, endWithin } from '#server/auth/end-sessions.ts'
import { hashPassword, passwordFits } from '#server/auth/password.ts'
import { credentialsById } from '#server/auth/person-store.ts'
import { tellEverywhere, tellHere } from '#server/auth/session-news.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import { PASSWORD_LIMITS, reserveAttempt } from '#server/auth/throttle.ts'
import type { Shell } from '#server/shell.ts'

export type Own = { readonly shell: Shell; readonly session: SessionPerson; readonly origin: RequestOrigin }

export type OwnRefusal =
  | { readonly why: 'wrong-password'; readonly left: number }
  | { readonly why: 'wait'; readonly until: number }
  | { readonly why: 'password'; readonly refusal: PasswordRefusal }
  | { readonly why: 'same-password' }
export type OwnAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: OwnRefusal }

/** Asks for the password again before something that would let a stranger at an open desk stay for good. */
export async function askPassword(
  { shell, session, origin }: Own,
  password: string,
): Promise<OwnRefusal | undefined> {
  const { id } = session.person
  // The session is the device: nobody else's tries count against it.
  const attempt = await reserveAttempt(
    shell,
    { account: `own:${id}`, address: origin.address, device: session.sessionId },
    PASSWORD_LIMITS,
  )
  if (!attempt.ok) return { why: 'wait', until: attempt.until }
  const person = await credentialsById(shell.pool, id)
  if (!(await passwordFits(password, person?.password_hash)))
    return { why: 'wrong-password', left: attempt.left }
  await attempt.forgive()
  return undefined
}

/**
 * A change of one's own account. When `work` answers `done`, this session goes on, every other one ends, and it is on
 * record; any other answer is handed back and nothing else happens.
 */
export async function changeOwn<Answer extends string>(
  own: Own,
  action: string,
  done: Answer,
  work: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const { shell, session, origin } = own
  const { id } = session.person
  const answer = await changePerson(shell, async (client) => {
    const outcome = await work(client)
    if (outcome !== done) return outcome
    await endWithin(shell, client, { personId: id, except: session.sessionId }, id)
    await tellEverywhere(client, { kind: 'changed', personId: id })
    await auditAct(client, shell, session.person, { action, subject: `person:${id}`, detail: {} }, origin)
    return outcome
  })
  if (answer === done) tellHere(shell.pool, { kind: 'changed', personId: id })
  return answer
}

export async function changePassword(own: Own, current: string, next: string): Promise<OwnAnswer> {
  const { shell, session } = own
  const { person } = session
  const wrong = await askPassword(own, current)
  if (wrong) return { ok: false, refusal: wrong }
  if (current === next) return { ok: false, refusal: { why: 'same-password' } }
  // A Dinas role will need its second factor before anything else; the length follows from that.
  const secondFactor = person.enrolled || (DISTRICT_ROLES.includes(person.role) && !person.demo)
  const refusal = passwordRefusal(next, { username: person.username, name: person.name, secondFactor })
  if (refusal) return { ok: false, refusal: { why: 'password', refusal } }
  if (await isCommonPassword(next))
    return { ok: false, refusal: { why: 'password', refusal: { why: 'too-common' } } }
  const passwordHash = await hashPassword(next)
  await changeOwn(own, 'account.changePassword', 'changed', async (client) => {
    await client.query(
      `update person set password_hash = $2, password_set_at = $3, must_change_password = false,
       rights_version = rights_version + 1 where id = $1`,
      [person.id, passwordHash, new Date(shell.clock())],
    )
    return 'changed'
  })
  return { ok: true }
}
