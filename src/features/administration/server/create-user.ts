import { randomUUID } from 'node:crypto'
import { areasFit, mayManage } from '#domain/access/may-manage.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import { hashPassword, oneTimePassword } from '#server/auth/password.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Admin } from './keep-person.ts'
import { unknownArea } from './known-areas.ts'
import { findPerson } from './people-sql.ts'
import type { NewPerson } from './person-input.ts'
import type { PersonAnswer } from './person-view.ts'
import { personView, refused } from './person-view.ts'

/** A new account with a one-time password. A username is never given twice, also not one of a disabled person. */
export async function createUser({ shell, actor, origin }: Admin, input: NewPerson): Promise<PersonAnswer> {
  if (!mayManage(actor, input.areas)) return refused('area-outside')
  if (!areasFit(input.role, input.areas)) return refused('area-not-negeri')
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(shell.pool, async (client): Promise<PersonAnswer> => {
    const unknown = await unknownArea(client, input.areas)
    if (unknown !== undefined) return { ok: false, refusal: { why: 'area-unknown', area: unknown } }
    const id = randomUUID()
    const now = new Date(shell.clock())
    const { rowCount } = await client.query(
      `insert into person (id, username, name, role, areas, services, password_hash, password_set_at, must_change_password, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, true, $8) on conflict (username) do nothing`,
      [id, input.username, input.name, input.role, input.areas, input.services, passwordHash, now],
    )
    if (rowCount === 0) return refused('username-taken')
    const { role, areas, services } = input
    await auditAct(
      client,
      shell,
      actor,
      { action: 'person.create', subject: `person:${id}`, detail: { role, areas, services } },
      origin,
    )
    const row = await findPerson(client, actor, id)
    return row ? { ok: true, person: personView(row), oneTimePassword: password } : refused('not-found')
  })
}
