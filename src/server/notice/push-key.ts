import webPush from 'web-push'
import type { Shell } from '#server/shell.ts'

const CONTEXT = 'push-key'
type KeyShell = Pick<Shell, 'pool' | 'sealer' | 'clock'>

/** The pair by which push services know this house (VAPID): made once, by whichever instance comes first. */
export async function pushKey({
  pool,
  sealer,
  clock,
}: KeyShell): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  const read = async () => {
    const { rows } = await pool.query<{ public_key: string; sealed: Buffer }>(
      'select public_key, sealed from push_key where id = 1',
    )
    return rows[0] && { publicKey: rows[0].public_key, privateKey: sealer.open(rows[0].sealed, CONTEXT) }
  }
  const known = await read()
  if (known) return known
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  await pool.query(
    'insert into push_key (id, public_key, sealed, created_at) values (1, $1, $2, $3) on conflict do nothing',
    [publicKey, sealer.seal(privateKey, CONTEXT), new Date(clock())],
  )
  const made = await read()
  if (!made) throw new Error('the push key was not kept')
  return made
}
