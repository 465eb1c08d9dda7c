import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { HouseKey } from './boat-keys.ts'
import { currentKey } from './boat-keys.ts'
import type { BoatShell } from './boat-shell.ts'

/** More devices than anyone has in their hands; the older ones must go first. */
const MOST_DEVICES = 20

export type Registered =
  | { readonly ok: true; readonly deviceKeyId: string; readonly house: HouseKey; readonly now: number }
  | { readonly ok: false; readonly why: 'no-such-key' | 'device-revoked' | 'too-many-devices' }

/** Makes a device's signing key known as this person's, and gives it the key of the Dinas. Again is the same. */
export async function registerDevice(
  shell: BoatShell,
  actor: Actor,
  publicKey: string,
  origin: Origin,
): Promise<Registered> {
  const der = Buffer.from(publicKey, 'base64')
  if (!isP256(der)) return { ok: false, why: 'no-such-key' }
  const id = createHash('sha256').update(der).digest('hex')
  const house = await currentKey(shell)
  return inTransaction(shell.pool, async (db): Promise<Registered> => {
    await db.query("select pg_advisory_xact_lock(hashtext('device-key'), hashtext($1))", [actor.id])
    const known = await db.query<{ person_id: string; revoked_at: Date | null }>(
      'select person_id, revoked_at from device_key where id = $1',
      [id],
    )
    const [row] = known.rows
    if (row && row.person_id !== actor.id) return { ok: false, why: 'no-such-key' }
    if (row?.revoked_at) return { ok: false, why: 'device-revoked' }
    if (!row) {
      const { rows } = await db.query<{ n: number }>(
        'select count(*)::int as n from device_key where person_id = $1 and revoked_at is null',
        [actor.id],
      )
      if ((rows[0]?.n ?? 0) >= MOST_DEVICES) return { ok: false, why: 'too-many-devices' }
      await db.query(
        'insert into device_key (id, person_id, public_key, device, created_at) values ($1, $2, $3, $4, $5)',
        [id, actor.id, der.toString('base64'), origin.device.slice(0, 200), new Date(shell.clock())],
      )
      const note = { action: 'device.registered', subject: `device:${id}`, detail: {} }
      await auditAct(db, shell, actor, note, origin)
    }
    return { ok: true, deviceKeyId: id, house, now: shell.clock() }
  })
}

export type OwnDevice = {
  readonly id: string
  readonly device: string
  readonly since: number
  readonly revokedAt: number | null
}

export async function ownDevices(shell: BoatShell, actor: Actor): Promise<readonly OwnDevice[]> {
  const rows = await shell.prisma.deviceKey.findMany({
    where: { personId: actor.id },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  return rows.map(({ id, device, createdAt, revokedAt }) => ({
    id,
    device,
    since: createdAt.getTime(),
    revokedAt: revokedAt?.getTime() ?? null,
  }))
}

/** What it signed from then on waits for a supervisor. Another's device answers like one that is not there. */
export async function revokeDevice(
  shell: BoatShell,
  actor: Actor,
  deviceKeyId: string,
  origin: Origin,
): Promise<boolean> {
  return inTransaction(shell.pool, async (db) => {
    const { rowCount } = await db.query(
      'update device_key set revoked_at = $3, revoked_by = $2 where id = $1 and person_id = $2 and revoked_at is null',
      [deviceKeyId, actor.id, new Date(shell.clock())],
    )
    if (rowCount !== 1) return false
    const note = { action: 'device.revoked', subject: `device:${deviceKeyId}`, detail: {} }
    await auditAct(db, shell, actor, note, origin)
    return true
  })
}

export type DeviceKeyRow = { readonly public_key: string; readonly revoked_at: Date | null }

export async function deviceKeyOf(
  shell: BoatShell,
  personId: string,
  deviceKeyId: string,
): Promise<DeviceKeyRow | undefined> {
  const { rows } = await shell.pool.query<DeviceKeyRow>(
    'select public_key, revoked_at from device_key where id = $1 and person_id = $2',
    [deviceKeyId, personId],
  )
  return rows[0]
}

/** ECDSA P-256 over SHA-256, as the browser's WebCrypto makes it. */
export function signedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

function isP256(der: Buffer): boolean {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
  } catch {
    return false
  }
}
