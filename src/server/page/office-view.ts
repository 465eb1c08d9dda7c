import type { Actor } from '#domain/access/actor.ts'
import { staffOffice } from '#domain/access/staff-office.ts'
import { nextShell } from '#server/auth/next-shell.ts'

/** With which address the lists of this person's role begin at this place, if their office has said so. */
export async function officeView(actor: Actor, place: string): Promise<string | undefined> {
  const office = staffOffice(actor)
  if (office === undefined) return undefined
  const { rows } = await nextShell().pool.query<{ address: string }>(
    `select address from saved_view
     where office = $1 and $2 = any(default_for) and split_part(address, '?', 1) = $3 limit 1`,
    [office, actor.role, place],
  )
  return rows[0]?.address
}
