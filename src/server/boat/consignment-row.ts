import type { Consignment } from '#server/db/generated/client.ts'
import type { BoatShell } from './boat-shell.ts'

export type ConsignmentRow = Consignment
export type ConsignmentState =
  | 'uploading'
  | 'received'
  | 'held'
  | 'accepted'
  | 'declined'
  | 'done'
  | 'refused'

export async function consignmentRow(shell: BoatShell, id: string): Promise<ConsignmentRow | undefined> {
  return (await shell.prisma.consignment.findUnique({ where: { id } })) ?? undefined
}

/** From one state to the next; false when another was there first. */
export async function step(
  shell: BoatShell,
  id: string,
  from: ConsignmentState,
  to: ConsignmentState,
  more: Partial<Omit<ConsignmentRow, 'id' | 'state' | 'summary' | 'counts'>> & {
    readonly summary?: object
    readonly counts?: object
  } = {},
): Promise<boolean> {
  const ended = to === 'done' || to === 'refused' || to === 'declined'
  const { count } = await shell.prisma.consignment.updateMany({
    where: { id, state: from },
    data: { ...more, state: to, ...(ended ? { endedAt: new Date(shell.clock()) } : {}) } as never,
  })
  return count === 1
}
