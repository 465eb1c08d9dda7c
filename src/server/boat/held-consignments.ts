import { unlink } from 'node:fs/promises'
import type { Actor } from '#domain/access/actor.ts'
import type { HeldBecause } from '#domain/intake/boat/consignment-refusal.ts'
import { contains } from '#domain/shared/region-tree.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { BoatShell } from './boat-shell.ts'
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
  const rows = await shell.prisma.consignment.findMany({
    where: { state: 'held' },
    orderBy: { createdAt: 'asc' },
    take: 200,
  })
  const writers = await shell.prisma.person.findMany({
    where: { id: { in: rows.flatMap((row) => row.personId ?? []) } },
    select: { id: true, name: true, areas: true },
  })
  return rows.flatMap((row) => {
    const writer = writers.find((one) => one.id === row.personId)
    if (writer === undefined || !isWithin(actor, writer.areas)) return []
    return {
      id: row.id,
      writer: writer.name,
      areas: writer.areas,
      because: row.heldBecause as HeldBecause,
      broughtAt: row.createdAt.getTime(),
      summary: row.summary as ConsignmentSummary,
    }
  })
}

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

/** Told to the phone, unless the file has lost its key meanwhile. */
async function declined(
  shell: BoatShell,
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
