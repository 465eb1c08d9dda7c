import { unlink } from 'node:fs/promises'
import type { Actor } from '#domain/access/actor.ts'
import { systemActor } from '#domain/access/system-actor.ts'
import type { HeldBecause } from '#domain/intake/boat/consignment-refusal.ts'
import { contains } from '#domain/shared/region-tree.ts'
import { auditAct, auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { faultIdOf } from '#server/fault-id.ts'
import type { BoatReader, BoatShell } from './boat-shell.ts'
import { consignmentRow, step } from './consignment-row.ts'
import { consignmentPath, importConsignment } from './import-consignment.ts'
import { ConsignmentRefused, openConsignment } from './open-consignment.ts'
import { sealReceipt } from './seal-receipt.ts'
import type { ConsignmentSummary } from './summary-of.ts'

export type HeldConsignment = {
  readonly id: string
  readonly writer: string
  readonly areas: readonly string[]
  readonly because: HeldBecause
  readonly broughtAt: number
  readonly summary: ConsignmentSummary
}

/** Files of officers of this supervisor's area that wait for a decision, the oldest first. */
export async function heldFor(shell: BoatShell, actor: Actor): Promise<readonly HeldConsignment[]> {
  const { rows } = await shell.pool.query<HeldConsignment>(HELD, [actor.areas])
  return rows
}

/** `isWithin` as SQL, so that what waits elsewhere takes nobody's place in the list. */
const HELD = `
select c.id, p.name as writer, p.areas, c.held_because as because, (extract(epoch from c.created_at) * 1000)::float8 as "broughtAt", c.summary
from consignment c join person p on p.id::text = c.person_id
where c.state = 'held' and cardinality(p.areas) > 0 and not exists (
  select from unnest(p.areas) area
  where not exists (select from unnest($1::text[]) own where area = own or starts_with(area, own || '.')))
order by c.created_at limit 200`

function isWithin(actor: Actor, areas: readonly string[]): boolean {
  return areas.length > 0 && areas.every((area) => actor.areas.some((own) => contains(own, area)))
}

/**
 * The supervisor lets a waiting file in, and it is done as its writer; or not, and the phone is told why. False: not
 * there, not theirs, or decided already.
 */
export async function decideHeld(
  shell: BoatShell,
  actor: Actor,
  decision: { readonly id: string; readonly accept: boolean; readonly reason: string },
  origin: Origin,
): Promise<boolean> {
  const { id, accept, reason } = decision
  const row = await consignmentRow(shell, id)
  if (row?.state !== 'held' || row.personId === null) return false
  const writer = await shell.prisma.person.findUnique({
    where: { id: row.personId },
    select: { areas: true },
  })
  if (writer === null || !isWithin(actor, writer.areas)) return false
  const detail = { exportId: row.exportId, writer: row.personId, because: row.heldBecause, reason }
  const action = accept ? 'boat.accepted' : 'boat.declined'
  if (accept) {
    if (!(await step(shell, id, 'held', 'accepted', { decidedBy: actor.id }))) return false
    await auditRead(shell, actor, { action, subject: `consignment:${id}`, detail }, origin)
    await importConsignment(shell, id)
    return true
  }
  const path = consignmentPath(shell, id)
  const done = { decidedBy: actor.id, receipt: await declined(shell, path, reason) }
  if (!(await step(shell, id, 'held', 'declined', done))) return false
  await auditRead(shell, actor, { action, subject: `consignment:${id}`, detail }, origin)
  await unlink(path).catch(() => undefined)
  return true
}

/**
 * What nobody decided until `before` is declined: the phone is told so and keeps what is in it, and it is on record.
 * One that cannot be answered now is a fault, and stops no other.
 */
export async function declineUndecided(shell: BoatReader, before: Date, reason: string): Promise<void> {
  const rows = await shell.prisma.consignment.findMany({
    where: { state: 'held', createdAt: { lt: before } },
    select: { id: true, exportId: true, personId: true, heldBecause: true },
  })
  for (const { id, exportId, personId: writer, heldBecause: because } of rows) {
    try {
      const path = consignmentPath(shell, id)
      const receipt = await declined(shell, path, reason)
      await inTransaction(shell.pool, async (db) => {
        const { rowCount } = await db.query(
          `update consignment set state = 'declined', decided_by = $2, receipt = $3, ended_at = $4 where id = $1 and state = 'held'`,
          [id, SYSTEM.id, receipt, new Date(shell.clock())],
        )
        if (rowCount === 0) return
        const detail = { exportId, writer, because, reason }
        await auditAct(
          db,
          shell,
          SYSTEM,
          { action: 'boat.declined', subject: `consignment:${id}`, detail },
          BY_ITSELF,
        )
      })
      await unlink(path).catch(() => undefined)
    } catch (error) {
      const err = error instanceof Error ? error : new Error('not an error')
      shell.log.error({ faultId: faultIdOf(err), id, err }, 'a held boat file could not be declined')
    }
  }
}
const SYSTEM = systemActor('')
const BY_ITSELF = { address: 'system', device: 'sweep-boat' }

/** Told to the phone, unless the file has lost its key meanwhile. */
async function declined(
  shell: BoatReader,
  path: string,
  reason: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { manifest } = await openConsignment(shell, path)
    const { exportId, personId } = manifest
    const nothing = { commands: [], papers: [], visits: [] }
    const at = shell.clock()
    const receipt = { v: 1, exportId, personId, at, verdict: 'declined', reason, ...nothing } as const
    return new Uint8Array(await sealReceipt(shell, manifest, receipt))
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isGone || error instanceof ConsignmentRefused) return null
    throw error
  }
}
