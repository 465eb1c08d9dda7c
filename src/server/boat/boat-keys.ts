import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { DAY_MS } from '#domain/shared/instant.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { BoatReader, BoatShell } from './boat-shell.ts'

/** A key seals for half a year; what was sealed to it is opened for 90 days more. */
const KEY_SEALS_MS = 180 * DAY_MS
export const OLD_KEY_OPENS_MS = 90 * DAY_MS

/** What a device keeps of the Dinas while it is online. */
export type HouseKey = {
  readonly recipient: string
  /** SPKI, base64: receipts to files that were sealed to this recipient are signed by it. */
  readonly verifyKey: string
}

const place = (recipient: string, what: 'identity' | 'sign'): string => `boat-key:${what}:${recipient}`

/** The key that files are sealed to now; the first one, and the next when its time is over, are made here. */
export async function currentKey(shell: BoatShell): Promise<HouseKey> {
  const { rows } = await shell.pool.query<{ recipient: string; verify_key: string }>(
    'select recipient, verify_key from boat_key where retired_at is null and created_at > $1 order by created_at desc limit 1',
    [new Date(shell.clock() - KEY_SEALS_MS)],
  )
  const [known] = rows
  return known ? { recipient: known.recipient, verifyKey: known.verify_key } : replaceKey(shell)
}

/** A new key from now on. Two that come at once make one. */
export async function replaceKey(shell: BoatShell, force = false): Promise<HouseKey> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const verifyKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const signKey = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  const now = new Date(shell.clock())
  return inTransaction(shell.pool, async (db) => {
    await db.query("select pg_advisory_xact_lock(hashtext('boat-key'))")
    const { rows } = await db.query<{ recipient: string; verify_key: string }>(
      'select recipient, verify_key from boat_key where retired_at is null and created_at > $1',
      [new Date(shell.clock() - KEY_SEALS_MS)],
    )
    const [other] = rows
    if (other && !force) return { recipient: other.recipient, verifyKey: other.verify_key }
    await db.query('update boat_key set retired_at = $1 where retired_at is null', [now])
    await db.query(
      'insert into boat_key (recipient, identity, verify_key, sign_key, created_at) values ($1, $2, $3, $4, $5)',
      [
        recipient,
        shell.sealer.seal(identity, place(recipient, 'identity')),
        verifyKey,
        shell.sealer.sealBytes(signKey, place(recipient, 'sign')),
        now,
      ],
    )
    return { recipient, verifyKey }
  })
}

/** Every identity that still opens files, the newest first. */
export async function openingIdentities(shell: BoatReader): Promise<readonly string[]> {
  const { rows } = await shell.pool.query<{ recipient: string; identity: Buffer }>(
    'select recipient, identity from boat_key where retired_at is null or retired_at > $1 order by created_at desc',
    [new Date(shell.clock() - OLD_KEY_OPENS_MS)],
  )
  return rows.map(({ recipient, identity }) => shell.sealer.open(identity, place(recipient, 'identity')))
}

/** Signs with the key that belongs to a recipient: the device got both together. Undefined: no such key here. */
export async function signAs(
  shell: BoatReader,
  recipient: string,
  bytes: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { rows } = await shell.pool.query<{ sign_key: Buffer }>(
    'select sign_key from boat_key where recipient = $1',
    [recipient],
  )
  if (!rows[0]) return undefined
  const der = shell.sealer.openBytes(rows[0].sign_key, place(recipient, 'sign'))
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
}
