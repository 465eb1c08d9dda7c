import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import { changePerson, endWithin } from '#server/auth/end-sessions.ts'
import type { Shell } from '#server/shell.ts'
import type { Admin } from './keep-person.ts'
import { scopeOf, WITHIN_SCOPE } from './people-sql.ts'

export type SessionView = {
  /** Hash of the token: names the session, opens nothing. */
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly role: Role
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly expiresAt: number
  readonly secondFactor: boolean
  readonly device: string
  readonly address: string
}
export type SessionsPage = { readonly sessions: readonly SessionView[]; readonly more: boolean }

const PAGE = 100
const COLUMNS = `s.id, s.person_id as "personId", p.name as "personName", p.role, s.second_factor as "secondFactor", s.user_agent as device, s.address,
  (extract(epoch from s.created_at) * 1000)::float8 as "createdAt", (extract(epoch from s.last_seen_at) * 1000)::float8 as "lastSeenAt",
  (extract(epoch from s.expires_at) * 1000)::float8 as "expiresAt"`
/** Open now: the idle ones of district roles are counted out by whoever uses them, and shown with their age. */
const OPEN = 's.revoked_at is null and p.disabled_at is null and s.expires_at >'

/** Sessions of everyone in the administrator's area, latest first. */
export async function listSessions(
  shell: Shell,
  actor: Actor,
  personId: string | undefined,
): Promise<SessionsPage> {
  const { rows } = await shell.pool.query<SessionView>(
    `select ${COLUMNS} from session s join person p on p.id = s.person_id
     where ${WITHIN_SCOPE} and ${OPEN} $3 and ($4::uuid is null or p.id = $4) order by s.last_seen_at desc limit $5`,
    [...scopeOf(actor), new Date(shell.clock()), personId ?? null, PAGE + 1],
  )
  return { sessions: rows.slice(0, PAGE), more: rows.length > PAGE }
}

/** One's own sessions, latest first. */
export async function ownSessions(shell: Shell, actor: Actor): Promise<SessionsPage> {
  const { rows } = await shell.pool.query<SessionView>(
    `select ${COLUMNS} from session s join person p on p.id = s.person_id
     where p.id = $1 and ${OPEN} $2 order by s.last_seen_at desc limit $3`,
    [actor.id, new Date(shell.clock()), PAGE],
  )
  return { sessions: rows, more: false }
}

export type EndAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly why: 'not-found' } }

/** Ends a session of oneself or, as administrator, of someone in one's area. Anyone else's is not found. */
export function endSession({ shell, actor, origin }: Admin, sessionId: string): Promise<EndAnswer> {
  return changePerson(shell, async (client): Promise<EndAnswer> => {
    const { rows } = await client.query<{ person_id: string }>(
      `select s.person_id from session s join person p on p.id = s.person_id
       where s.id = $3 and s.revoked_at is null and (p.id::text = $4 or ${WITHIN_SCOPE})`,
      [...scopeOf(actor), sessionId, actor.id],
    )
    const [found] = rows
    if (!found) return { ok: false, refusal: { why: 'not-found' } }
    await endWithin(shell, client, { sessionId }, actor.id)
    const note = {
      action: 'session.end',
      subject: `person:${found.person_id}`,
      detail: { session: sessionId.slice(0, 12) },
    }
    await auditAct(client, shell, actor, note, origin)
    return { ok: true }
  })
}
