import type { Actor } from '#domain/access/actor.ts'
import type { CarriedCounts } from '#domain/intake/boat/boat-receipt.ts'
import type { ConsignmentRefusal, HeldBecause } from '#domain/intake/boat/consignment-refusal.ts'
import type { BoatShell } from './boat-shell.ts'
import { consignmentRow, type ConsignmentRow, type ConsignmentState } from './consignment-row.ts'
import { importConsignment } from './import-consignment.ts'

/** What a carrier is told: that it came, how much was in it, and that there is a receipt. Nothing of what it says. */
export type ConsignmentView = {
  readonly id: string
  readonly state: ConsignmentState
  readonly bytes: number
  readonly broughtAt: number
  /** Stands on the phone's screen too, so that a receipt finds its phone. */
  readonly code: string | null
  readonly counts: CarriedCounts | null
  readonly refusal: ConsignmentRefusal | null
  readonly heldBecause: HeldBecause | null
  readonly hasReceipt: boolean
}

function viewOf(row: ConsignmentRow): ConsignmentView {
  return {
    id: row.id,
    state: row.state as ConsignmentState,
    bytes: Number(row.bytes),
    broughtAt: row.createdAt.getTime(),
    code: row.exportId === null ? null : row.exportId.slice(0, 8).toUpperCase(),
    counts: row.counts as CarriedCounts | null,
    refusal: row.refusal as ConsignmentRefusal | null,
    heldBecause: row.heldBecause as HeldBecause | null,
    hasReceipt: row.receipt !== null,
  }
}

/** What this person brought, the newest first. */
export async function broughtBy(shell: BoatShell, actor: Actor): Promise<readonly ConsignmentView[]> {
  const rows = await shell.prisma.consignment.findMany({
    where: { carrierId: actor.id, state: { not: 'uploading' } },
    orderBy: { createdAt: 'desc' },
    take: 20,
  })
  return rows.map(viewOf)
}

/** One of them. A server that stopped in the middle goes on when somebody looks. */
export async function broughtOne(
  shell: BoatShell,
  actor: Actor,
  id: string,
): Promise<ConsignmentView | undefined> {
  const row = await consignmentRow(shell, id)
  if (row?.carrierId !== actor.id) return undefined
  if (row.state === 'received' || row.state === 'accepted')
    importConsignment(shell, id).catch((err: unknown) => shell.log.error({ err, id }, 'boat import failed'))
  return viewOf(row)
}

/** The sealed receipt, for whoever carries it back and for the one who wrote the file. */
export async function receiptOf(
  shell: BoatShell,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly base64: string } | undefined> {
  const row = await consignmentRow(shell, id)
  if (row === undefined || row.receipt === null) return undefined
  if (row.carrierId !== actor.id && row.personId !== actor.id) return undefined
  const name = `terima-${(row.exportId ?? row.id).slice(0, 8)}.terima`
  return { name, base64: Buffer.from(row.receipt).toString('base64') }
}
