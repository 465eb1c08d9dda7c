import { MEGABYTE, PAPER_FILE_LIMIT } from '#domain/intake/paper-file.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import type { FilesShell } from './files-shell.ts'
import { uploadSettings } from './upload-settings.ts'

export type UploadToCome = {
  readonly id: string
  readonly caseId: string
  readonly ownerId: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Notes an upload before its first byte, within what one case may hold and what one person may leave unused; two at
 * once cannot both take the last place.
 */
export async function reserveUpload(
  shell: FilesShell,
  upload: UploadToCome,
): Promise<FileRefusalCode | undefined> {
  const { id, caseId, ownerId, bytes, sha256 } = upload
  const { maxWaitingMegabytes } = await uploadSettings(shell)
  return shell.prisma.$transaction(async (tx) => {
    const known = await tx.storedFile.findUnique({ where: { id } })
    if (known !== null) {
      const same =
        known.ownerId === ownerId &&
        known.caseId === caseId &&
        known.sha256 === sha256 &&
        known.bytes === BigInt(bytes)
      if (!same) return 'not-found'
      return known.state === 'refused' ? (known.refusal as FileRefusalCode) : undefined // its answer was lost
    }
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('uploads of'), hashtext(${ownerId}))`
    const waiting = await tx.storedFile.aggregate({
      where: { ownerId, attachedAt: null, state: { in: ['uploading', 'ready'] } },
      _sum: { bytes: true },
    })
    if (Number(waiting._sum.bytes ?? 0n) + bytes > maxWaitingMegabytes * MEGABYTE) return 'too-much-waiting'
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('upload'), hashtext(${caseId}))`
    const held = await tx.storedFile.aggregate({
      where: { caseId, state: { in: ['uploading', 'ready'] } },
      _sum: { bytes: true },
      _count: true,
    })
    if (held._count >= PAPER_FILE_LIMIT.caseFiles) return 'case-full'
    if (Number(held._sum.bytes ?? 0n) + bytes > PAPER_FILE_LIMIT.caseBytes) return 'case-full'
    await tx.storedFile.create({
      data: {
        id,
        caseId,
        ownerId,
        state: 'uploading',
        bytes: BigInt(bytes),
        sha256,
        createdAt: new Date(shell.clock()),
      },
    })
    return undefined
  })
}
