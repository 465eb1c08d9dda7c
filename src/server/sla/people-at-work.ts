import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Queryable } from '#server/case/rows.ts'

/** Everyone who may be told of something: active accounts, as they are now. */
export async function peopleAtWork(db: Queryable): Promise<readonly (Actor & { readonly role: Role })[]> {
  const { rows } = await db.query<{
    id: string
    name: string
    role: Role
    areas: string[]
    services: ServiceId[]
  }>({
    name: 'people-at-work',
    text: "select id, name, role, areas, services from person where disabled_at is null and role <> 'ADMIN'",
  })
  return rows
}
