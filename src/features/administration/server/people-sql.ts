import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'

/** Hand-written because no query builder asks "every area of the person lies within one of mine". */
export type Db = Pick<pg.ClientBase, 'query'>

/** `mayManage` as a condition on `person p`; the first two parameters are those of `scopeOf`. */
export const WITHIN_SCOPE = `(cardinality(p.areas) > 0 and not exists (
  select 1 from unnest(p.areas) as a where not (a = any($1::text[]) or a like any($2::text[]))))`

export function scopeOf(actor: Actor): readonly [string[], string[]] {
  const areas = actor.role === 'ADMIN' ? actor.areas : []
  return [[...areas], areas.map((area) => `${area}.%`)]
}

export type PersonRow = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: string
  readonly areas: string[]
  readonly services: string[]
  readonly demo: boolean
  readonly disabled_at: Date | null
  readonly must_change_password: boolean
  readonly enrolled: boolean
  readonly rights_version: number
  readonly last_seen_at: Date | null
}

const COLUMNS = `p.id, p.username, p.name, p.role, p.areas, p.services, p.demo, p.disabled_at, p.must_change_password,
  p.totp_secret is not null as enrolled, p.rights_version,
  (select max(s.last_seen_at) from session s where s.person_id = p.id) as last_seen_at`

export type PeopleSearch = {
  readonly text: string
  readonly role: string | null
  readonly state: 'active' | 'disabled' | null
  readonly area: string | null
  readonly after: string
  readonly most: number
}

/** People of the scope in order of username, from the one after `after`. */
export async function findPeople(db: Db, actor: Actor, search: PeopleSearch): Promise<readonly PersonRow[]> {
  const { rows } = await db.query<PersonRow>(
    `select ${COLUMNS} from person p
     where ${WITHIN_SCOPE} and p.username > $3
       and ($4 = '' or p.username like $4 || '%' or p.name ilike '%' || $4 || '%')
       and ($5::text is null or p.role = $5)
       and ($6::text is null or (p.disabled_at is null) = ($6 = 'active'))
       and ($7::text is null or exists (select 1 from unnest(p.areas) as a where a = $7 or a like $7 || '.%'))
     order by p.username limit $8`,
    [
      ...scopeOf(actor),
      search.after,
      escapeLike(search.text),
      search.role,
      search.state,
      search.area,
      search.most,
    ],
  )
  return rows
}

/** One person of the scope; with `lock` nobody else changes them until the transaction ends. */
export async function findPerson(
  db: Db,
  actor: Actor,
  id: string,
  lock = false,
): Promise<PersonRow | undefined> {
  const { rows } = await db.query<PersonRow>(
    `select ${COLUMNS} from person p where ${WITHIN_SCOPE} and p.id = $3 ${lock ? 'for update of p' : ''}`,
    [...scopeOf(actor), id],
  )
  return rows[0]
}

function escapeLike(text: string): string {
  return text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
