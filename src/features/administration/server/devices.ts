import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'
import type { Admin } from './keep-person.ts'
import { scopeOf, WITHIN_SCOPE } from './people-sql.ts'

/** A phone whose signature stands for its officer: what comes by boat is believed for it. */
export type DeviceView = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly role: Role
  readonly device: string
  readonly since: number
  readonly revokedAt: number | null
}
export type DevicesPage = { readonly devices: readonly DeviceView[]; readonly more: boolean }

const PAGE = 100

/** Phones of everyone in the administrator's area: those that may sign first, then the latest. */
export async function listDevices(shell: Shell, actor: Actor): Promise<DevicesPage> {
  const { rows } = await shell.pool.query<DeviceView>(
    `select d.id, p.id as "personId", p.name as "personName", p.role, d.device,
       (extract(epoch from d.created_at) * 1000)::float8 as since,
       (extract(epoch from d.revoked_at) * 1000)::float8 as "revokedAt"
     from device_key d join person p on p.id = d.person_id::uuid
     where ${WITHIN_SCOPE} order by d.revoked_at is not null, d.created_at desc limit $3`,
    [...scopeOf(actor), PAGE + 1],
  )
  return { devices: rows.slice(0, PAGE), more: rows.length > PAGE }
}

export type RevokeAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly why: 'not-found' } }

/**
 * A phone that is lost: what it signs from now on waits for a supervisor, and what it signed before is not undone. Of
 * someone outside the area, or revoked before, it is not found.
 */
export function revokeDeviceOf({ shell, actor, origin }: Admin, deviceId: string): Promise<RevokeAnswer> {
  return inTransaction(shell.pool, async (db): Promise<RevokeAnswer> => {
    const { rows } = await db.query<{ person_id: string }>(
      `update device_key d set revoked_at = $4, revoked_by = $5 from person p
       where d.id = $3 and d.revoked_at is null and p.id = d.person_id::uuid and ${WITHIN_SCOPE}
       returning d.person_id`,
      [...scopeOf(actor), deviceId, new Date(shell.clock()), actor.id],
    )
    const [found] = rows
    if (!found) return { ok: false, refusal: { why: 'not-found' } }
    const detail = { device: deviceId.slice(0, 12) }
    await auditAct(
      db,
      shell,
      actor,
      { action: 'device.revoked', subject: `person:${found.person_id}`, detail },
      origin,
    )
    return { ok: true }
  })
}
