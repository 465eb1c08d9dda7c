import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'

/** Statements on `session`, hand-written because Next's module graph shares them and carries no Prisma. */
export type Queryable = Pick<pg.Pool, 'query'>

export type SessionRow = {
  readonly id: string
  readonly person_id: string
  readonly expires_at: Date
  readonly last_seen_at: Date
  readonly second_factor: boolean
  readonly username: string
  readonly name: string
  readonly role: string
  readonly areas: string[]
  readonly services: string[]
  readonly locale: string
  readonly demo: boolean
  readonly must_change_password: boolean
  readonly enrolled: boolean
}

type Asked = Map<string, PromiseWithResolvers<SessionRow | undefined>>
const asked = new WeakMap<Queryable, Asked>()

/**
 * The session and its person as they are now; nothing when it ended or the person was disabled. Asked for by many at
 * the same moment (a thousand screens coming back after a cut), they are read together.
 */
export function findSession(db: Queryable, id: string): Promise<SessionRow | undefined> {
  const waiting = asked.get(db) ?? new Map<string, PromiseWithResolvers<SessionRow | undefined>>()
  if (waiting.size === 0) {
    asked.set(db, waiting)
    setImmediate(() => {
      asked.delete(db)
      void answerAll(db, waiting)
    })
  }
  const answer = waiting.get(id) ?? Promise.withResolvers()
  waiting.set(id, answer)
  return answer.promise
}

async function answerAll(db: Queryable, waiting: Asked): Promise<void> {
  try {
    const found = new Map((await findSessions(db, [...waiting.keys()])).map((row) => [row.id, row]))
    for (const [id, answer] of waiting) answer.resolve(found.get(id))
  } catch (error) {
    for (const answer of waiting.values()) answer.reject(error)
  }
}

async function findSessions(db: Queryable, ids: readonly string[]): Promise<readonly SessionRow[]> {
  const { rows } = await db.query<SessionRow>({
    name: 'auth-find-sessions',
    text: `select s.id, s.person_id, s.expires_at, s.last_seen_at, s.second_factor,
             p.username, p.name, p.role, p.areas, p.services, p.locale, p.demo, p.must_change_password,
             p.totp_secret is not null as enrolled
           from session s join person p on p.id = s.person_id
           where s.id = any($1::text[]) and s.revoked_at is null and p.disabled_at is null`,
    values: [ids],
  })
  return rows
}

export type NewSession = {
  readonly id: string
  readonly personId: string
  readonly at: Instant
  readonly expiresAt: Instant
  readonly secondFactor: boolean
  readonly device: string
  readonly address: string
}

export async function insertSession(db: Queryable, session: NewSession): Promise<void> {
  await db.query(
    `insert into session (id, person_id, created_at, last_seen_at, expires_at, second_factor, user_agent, address)
     values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [
      session.id,
      session.personId,
      new Date(session.at),
      new Date(session.expiresAt),
      session.secondFactor,
      session.device.slice(0, 300),
      session.address,
    ],
  )
}

/** Remembers that the person was active. At most one write a minute, also with many tabs. */
export async function touchSession(db: Queryable, id: string, at: Instant, everyMs: number): Promise<void> {
  await db.query('update session set last_seen_at = $2 where id = $1 and last_seen_at < $3', [
    id,
    new Date(at),
    new Date(at - everyMs),
  ])
}

/** Marks sessions as ended; returns the ids that this call ended. */
export async function endSessions(
  db: Queryable,
  which: { readonly sessionId: string } | { readonly personId: string; readonly except?: string },
  by: string,
  at: Instant,
): Promise<string[]> {
  const { rows } =
    'sessionId' in which
      ? await db.query<{ id: string }>(
          'update session set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null returning id',
          [which.sessionId, new Date(at), by],
        )
      : await db.query<{ id: string }>(
          `update session set revoked_at = $2, revoked_by = $3
           where person_id = $1 and revoked_at is null and id <> $4 returning id`,
          [which.personId, new Date(at), by, which.except ?? ''],
        )
  return rows.map((row) => row.id)
}
