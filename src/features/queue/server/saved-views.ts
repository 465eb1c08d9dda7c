import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import { staffOffice } from '#domain/access/staff-office.ts'
import type { Role } from '#domain/access/role.ts'
import { Role as RoleSchema } from '#domain/access/role.ts'
import { Uuid } from '#domain/shared/id.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'

/** A list under a name, as one person sees it. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly mine: boolean
  readonly ownerName: string
  readonly shared: boolean
  readonly pinned: boolean
  readonly defaultFor: readonly Role[]
}

/** No number of a person stands in a name or an address. */
const noLongNumber = z.refine<string>((text) => maskLongNumbers(text) === text)
const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40), noLongNumber)
const Address = z
  .string()
  .check(z.regex(/^\/antrean\/(kk|akta-kelahiran|skpwni|saya)(\?[^\s#]*)?$/), z.maxLength(1000), noLongNumber)

export const ViewInput = z.strictObject({
  id: Uuid,
  name: Name,
  address: Address,
  shared: z.boolean(),
  pinned: z.boolean(),
})
export const DefaultInput = z.strictObject({
  id: Uuid,
  roles: z.array(RoleSchema).check(z.maxLength(8)),
})

type ViewShell = Pick<Shell, 'pool' | 'clock'>
type Row = Omit<SavedView, 'mine' | 'shared'> & {
  readonly ownerId: string
  readonly office: string | null
}

/** More than anybody finds again. */
const MOST_OF_ONE = 60

/** One's own views and those of one's office, the pinned ones first. */
export async function savedViews(shell: ViewShell, actor: Actor): Promise<readonly SavedView[]> {
  const { rows } = await shell.pool.query<Row>(
    `select v.id, v.name, v.address, v.office, v.owner_id as "ownerId", v.owner_name as "ownerName",
       v.default_for as "defaultFor", p.view_id is not null as pinned
     from saved_view v left join view_pin p on p.view_id = v.id and p.person_id = $1
     where v.owner_id = $1 or v.office = $2
     order by p.view_id is null, lower(v.name), v.id`,
    [actor.id, staffOffice(actor) ?? ''],
  )
  return rows.map(({ ownerId, office, ...view }) => ({
    ...view,
    mine: ownerId === actor.id,
    shared: office !== null,
  }))
}

/**
 * Makes a view, or changes one's own; one that shows something else, or to others, is nobody's default any more. False: it
 * is another's, or there are too many, or no office to share it with.
 */
export async function saveView(
  shell: ViewShell,
  actor: Actor,
  input: z.infer<typeof ViewInput>,
): Promise<boolean> {
  const office = staffOffice(actor)
  if (input.shared && office === undefined) return false
  const now = new Date(shell.clock())
  return inTransaction(shell.pool, async (db) => {
    const { rowCount } = await db.query(
      `insert into saved_view (id, owner_id, owner_name, name, address, office, default_for, created_at, changed_at)
       select $1, $2, $3, $4, $5, $6, '{}', $7, $7
       where (select count(*) from saved_view where owner_id = $2 and id <> $1) < ${MOST_OF_ONE}
       on conflict (id) do update set name = excluded.name, address = excluded.address, office = excluded.office,
         changed_at = excluded.changed_at,
         default_for = case when excluded.office is not distinct from saved_view.office
           and excluded.address = saved_view.address then saved_view.default_for else '{}' end
       where saved_view.owner_id = excluded.owner_id`,
      [input.id, actor.id, actor.name, input.name, input.address, input.shared ? office : null, now],
    )
    if (rowCount !== 1) return false
    await pin(db, actor, input.id, input.pinned)
    return true
  })
}

/** Puts a view at the top of one's own list, or takes it from there. */
export function pinView(shell: ViewShell, actor: Actor, id: string, pinned: boolean): Promise<boolean> {
  return inTransaction(shell.pool, (db) => pin(db, actor, id, pinned))
}

async function pin(
  db: Pick<Shell['pool'], 'query'>,
  actor: Actor,
  id: string,
  pinned: boolean,
): Promise<boolean> {
  const { rows } = await db.query('select from saved_view where id = $1 and (owner_id = $2 or office = $3)', [
    id,
    actor.id,
    staffOffice(actor) ?? '',
  ])
  if (rows.length === 0) return false
  await db.query(
    pinned
      ? 'insert into view_pin (view_id, person_id) values ($1, $2) on conflict do nothing'
      : 'delete from view_pin where view_id = $1 and person_id = $2',
    [id, actor.id],
  )
  return true
}

/** One's own; a supervisor also what is shared in their office. */
export async function dropView(shell: ViewShell, actor: Actor, id: string): Promise<boolean> {
  const office = actor.role === 'SUPERVISOR' ? (staffOffice(actor) ?? '') : ''
  const { rowCount } = await shell.pool.query(
    'delete from saved_view where id = $1 and (owner_id = $2 or office = $3)',
    [id, actor.id, office],
  )
  return rowCount === 1
}

/** A supervisor says with which shared view the lists of a role begin; of one list one view for one role. */
export async function setDefaultView(
  shell: ViewShell,
  actor: Actor,
  { id, roles }: z.infer<typeof DefaultInput>,
): Promise<boolean> {
  const office = staffOffice(actor)
  if (office === undefined) return false
  return inTransaction(shell.pool, async (db) => {
    const { rows } = await db.query<{ place: string }>(
      `update saved_view set default_for = $3 where id = $1 and office = $2
       returning split_part(address, '?', 1) as place`,
      [id, office, roles],
    )
    const [found] = rows
    if (!found) return false
    await db.query(
      `update saved_view set default_for = array(select unnest(default_for) except select unnest($4::text[]))
       where office = $1 and id <> $2 and split_part(address, '?', 1) = $3`,
      [office, id, found.place, roles],
    )
    return true
  })
}
