import type { Actor } from '#domain/access/actor.ts'
import { mayUpload } from '#domain/intake/may-upload.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { seeCase } from '#server/case/see-case.ts'
import type { Shell } from '#server/shell.ts'
import { reserveUpload } from './reserve-upload.ts'
import { seeFile } from './see-file.ts'

export type Reuse = { readonly fileId: string; readonly caseId: string; readonly newFileId: string }

/**
 * The same photo for another application of the family: its content is here already, so not a byte travels. Only of
 * a case that this person sees, into one that takes their papers now. Answers why not.
 */
export async function reuseFile(
  shell: Shell,
  actor: Actor,
  { fileId, caseId, newFileId }: Reuse,
): Promise<FileRefusalCode | undefined> {
  const [seen, target] = await Promise.all([seeFile(shell, actor, fileId), seeCase(shell, actor, caseId)])
  if (seen === undefined || target === undefined) return 'not-found'
  if (!mayUpload(actor, target, 'paper')) return 'not-now'
  const row = await shell.prisma.storedFile.findUnique({ where: { id: fileId } })
  if (row?.state !== 'ready' || row.sha256 === null) return 'not-found'
  const known = await shell.prisma.storedFile.findUnique({ where: { id: newFileId } })
  if (known !== null)
    return known.caseId === caseId && known.ownerId === actor.id && known.sha256 === row.sha256
      ? undefined
      : 'not-found'
  const { sha256, mime, pageCount, width, height, blobKey, viewKey, thumbKey } = row
  const upload = { id: newFileId, caseId, ownerId: actor.id, bytes: Number(row.bytes), sha256 }
  const why = await reserveUpload(shell, upload)
  if (why !== undefined) return why
  const facts = { mime, pageCount, width, height, blobKey, viewKey, thumbKey }
  await shell.prisma.storedFile.updateMany({
    where: { id: newFileId, state: 'uploading' },
    data: { ...facts, state: 'ready', readyAt: new Date(shell.clock()) },
  })
  return undefined
}
