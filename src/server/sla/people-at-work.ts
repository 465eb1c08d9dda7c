import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Queryable } from '#server/case/rows.ts'

export type PersonAtWork = Actor & { readonly role: Role }
/** Those of a role at a place: whose area it lies in, or who have an area within it. */
export type Desk = { readonly role: Role; readonly region: RegionCode }
type PersonRow = { id: string; name: string; role: Role; areas: string[]; services: ServiceId[] }

const COLUMNS = 'p.id, p.name, p.role, p.areas, p.services'
const ACTIVE = "p.disabled_at is null and p.role <> 'ADMIN'"
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Everyone who may be told of something: active accounts, as they are now. */
export async function peopleAtWork(db: Queryable): Promise<readonly PersonAtWork[]> {
  const { rows } = await db.query<PersonRow>({
    name: 'people-at-work',
    text: `select ${COLUMNS} from person p where ${ACTIVE}`,
  })
  return rows
}

/** Of those only the named ones and those of some desks: applicants are many, and most of them are not spoken of. */
export async function peopleFor(
  db: Queryable,
  { ids, desks }: { readonly ids: readonly string[]; readonly desks: readonly Desk[] },
): Promise<readonly PersonAtWork[]> {
  const { rows } = await db.query<PersonRow>({
    name: 'people-for',
    text: `select ${COLUMNS} from person p where ${ACTIVE} and p.id = any($1::uuid[])
      union select ${COLUMNS} from unnest($2::text[], $3::text[]) d (role, region) join person p on p.role = d.role
      where ${ACTIVE} and (satu_within(d.region, p.areas)
        or exists (select from unnest(p.areas) a where starts_with(a, d.region || '.')))`,
    values: [
      [...new Set(ids)].filter((id) => UUID.test(id)),
      desks.map(({ role }) => role),
      desks.map(({ region }) => region),
    ],
  })
  return rows
}

/** The staff in whose areas a place lies. */
export async function staffAt(db: Queryable, place: RegionCode): Promise<readonly PersonAtWork[]> {
  const { rows } = await db.query<PersonRow>({
    name: 'staff-at',
    text: `select ${COLUMNS} from person p
      where ${ACTIVE} and p.role <> 'CITIZEN' and satu_within($1, p.areas)`,
    values: [place],
  })
  return rows
}
