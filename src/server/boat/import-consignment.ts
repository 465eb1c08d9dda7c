import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '#domain/access/actor.ts'
import { Role } from '#domain/access/role.ts'
import type { BoatReceipt } from '#domain/intake/boat/boat-receipt.ts'
import { countsOf } from '#domain/intake/boat/boat-receipt.ts'
import type { HeldBecause } from '#domain/intake/boat/consignment-refusal.ts'
import type { Manifest } from '#domain/intake/boat/manifest.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import { record } from '#server/audit/record.ts'
import { boatDirectory, type BoatShell } from './boat-shell.ts'
import { consignmentRow, step, type ConsignmentRow } from './consignment-row.ts'
import { deviceKeyOf, signedBy } from './device-keys.ts'
import { ConsignmentRefused, openConsignment, refusalOf } from './open-consignment.ts'
import { readContents } from './receive-papers.ts'
import { runCarried } from './run-carried.ts'
import { sealReceipt } from './seal-receipt.ts'
import { summaryOf } from './summary-of.ts'
import { keepVisits } from '#server/visit/keep-visit.ts'

const underway = new Map<string, Promise<void>>()

/**
 * Takes in a sealed file that came whole. Every step may be repeated after a crash, and two carriers of the same
 * file may come at once: what was done is known by its own id, so nothing is done twice.
 */
export function importConsignment(shell: BoatShell, id: string): Promise<void> {
  const known = underway.get(id)
  if (known !== undefined) return known
  const work = takeIn(shell, id).finally(() => underway.delete(id))
  underway.set(id, work)
  return work
}

/** What a server that stopped had begun: gone on with at the next start, whether its carrier looks again or not. */
export async function resumeConsignments(shell: BoatShell): Promise<void> {
  const open = await shell.prisma.consignment.findMany({
    where: { state: { in: ['received', 'accepted'] } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id } of open)
    await importConsignment(shell, id).catch((err: unknown) =>
      shell.log.error({ err, id }, 'boat import failed'),
    )
}

export const consignmentPath = (shell: Pick<BoatShell, 'config'>, id: string): string =>
  join(boatDirectory(shell), id)

async function takeIn(shell: BoatShell, id: string): Promise<void> {
  const row = await consignmentRow(shell, id)
  if (row?.state !== 'received' && row?.state !== 'accepted') return
  try {
    await takeInRow(shell, row, row.state)
  } catch (error) {
    const refused = refusalOf(error)
    if (!(refused instanceof ConsignmentRefused)) throw error
    await note(shell, row, 'boat.refused', { why: refused.why })
    await step(shell, id, row.state, 'refused', { refusal: refused.why })
    await unlink(consignmentPath(shell, id)).catch(() => undefined)
  }
}

async function takeInRow(
  shell: BoatShell,
  row: ConsignmentRow,
  state: 'received' | 'accepted',
): Promise<void> {
  const path = consignmentPath(shell, row.id)
  const { manifest, signed, signature, reader } = await openConsignment(shell, path)
  const { writer, held } = await writerOf(shell, manifest, signed, signature)
  const waits = state === 'received' ? held : undefined
  // To the last byte before anything is stored: a torn file leaves nothing behind.
  await readContents(shell, reader, manifest, 'look')
  const about = { exportId: manifest.exportId, personId: writer.id, summary: summaryOf(manifest) }
  if (waits !== undefined) {
    await note(shell, row, 'boat.held', { exportId: manifest.exportId, writer: writer.id, because: waits })
    await step(shell, row.id, state, 'held', { ...about, heldBecause: waits })
    return
  }
  const again = await openConsignment(shell, path)
  const contents = await readContents(shell, again.reader, manifest, 'keep')
  const origin = { address: row.address, device: `kapal ${manifest.deviceKeyId.slice(0, 12)}` }
  const carried = await runCarried(shell, { writer, manifest, contents, origin })
  const visits = await keepVisits(shell, writer, manifest.visits)
  const receipt: BoatReceipt = {
    v: 1,
    exportId: manifest.exportId,
    personId: writer.id,
    at: shell.clock(),
    verdict: 'imported',
    ...carried,
    visits,
  }
  const counts = countsOf(receipt)
  await note(shell, row, 'boat.imported', { exportId: manifest.exportId, writer: writer.id, ...counts })
  const sealed = Buffer.from(await sealReceipt(shell, manifest, receipt))
  await step(shell, row.id, state, 'done', { ...about, counts, receipt: sealed })
  await unlink(path).catch(() => undefined)
}

/** Whoever signed it, as the house knows them today, and why a supervisor must look first. */
async function writerOf(
  shell: BoatShell,
  manifest: Manifest,
  signed: Uint8Array,
  signature: Uint8Array,
): Promise<{ readonly writer: Actor; readonly held: HeldBecause | undefined }> {
  const key = await deviceKeyOf(shell, manifest.personId, manifest.deviceKeyId)
  if (key === undefined) throw new ConsignmentRefused('device-unknown')
  if (!signedBy(key.public_key, signed, signature)) throw new ConsignmentRefused('forged')
  const house = await shell.prisma.boatKey.findUnique({ where: { recipient: manifest.to } })
  if (house === null) throw new ConsignmentRefused('forged') // sealed to us by someone else than its writer
  const person = await shell.prisma.person.findUnique({ where: { id: manifest.personId } })
  if (person === null) throw new ConsignmentRefused('device-unknown')
  const writer: Actor = {
    id: person.id,
    name: person.name,
    role: Role.parse(person.role),
    areas: person.areas,
    services: person.services.map((service) => ServiceId.parse(service)),
  }
  const held = person.disabledAt ? 'account-disabled' : key.revoked_at ? 'device-revoked' : undefined
  return { writer, held }
}

/** On the record of the day: who brought what, and what became of it. No names, no numbers of people. */
async function note(
  shell: BoatShell,
  row: ConsignmentRow,
  action: string,
  detail: { readonly [key: string]: unknown },
): Promise<void> {
  const carrier = await shell.prisma.person.findFirst({
    where: { id: row.carrierId },
    select: { role: true },
  })
  await record(shell.pool, {
    at: shell.clock(),
    personId: row.carrierId,
    role: Role.safeParse(carrier?.role).data ?? 'SYSTEM',
    action,
    subject: `consignment:${row.id}`,
    detail,
    address: row.address,
    device: row.device,
  })
}
