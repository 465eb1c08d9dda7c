import { createHash, randomUUID } from 'node:crypto'
import type { FilesShell } from './files-shell.ts'
import { storeContent } from './finish-upload.ts'

export type ReadyFile = {
  readonly fileId: string
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
}

/** Puts a file of the house's own making (the seed's sample papers) into the store the way an upload ends there. */
export async function storeReadyFile(
  shell: FilesShell,
  given: {
    readonly caseId: string
    readonly ownerId: string
    readonly bytes: Uint8Array
    readonly fileId?: string
  },
): Promise<ReadyFile> {
  const { caseId, ownerId, bytes } = given
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const stored = await storeContent(shell, bytes, sha256)
  if (!stored.ok) throw new Error(`sample paper refused: ${stored.why}`)
  const id = given.fileId ?? randomUUID()
  const now = new Date(shell.clock())
  await shell.prisma.storedFile.create({
    data: {
      id,
      caseId,
      ownerId,
      state: 'ready',
      bytes: BigInt(bytes.length),
      sha256,
      createdAt: now,
      readyAt: now,
      ...stored.facts,
    },
  })
  return { fileId: id, sha256, mime: stored.facts.mime, bytes: bytes.length }
}
