import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { visibleOf } from '#domain/case/visible.ts'
import type { ConsignmentReader } from '#domain/intake/boat/consignment-format.ts'
import type { CarriedPaper, Manifest } from '#domain/intake/boat/manifest.ts'
import { contentsOf } from '#domain/intake/boat/manifest.ts'
import { mayUpload } from '#domain/intake/may-upload.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { loadCase } from '#server/case/load-case.ts'
import type { StoredContent } from '#server/files/finish-upload.ts'
import { storeContent } from '#server/files/finish-upload.ts'
import { reserveUpload } from '#server/files/reserve-upload.ts'
import type { BoatShell } from './boat-shell.ts'
import { ConsignmentRefused } from './open-consignment.ts'

export type Contents = ReadonlyMap<string, StoredContent>

/** Reads every content to the end and compares it with its hash; `keep` puts it into the store. No row names it yet. */
export async function readContents(
  shell: BoatShell,
  reader: ConsignmentReader,
  manifest: Manifest,
  how: 'look' | 'keep',
): Promise<Contents> {
  const found = new Map<string, StoredContent>()
  for await (const { sha256, bytes } of reader.contents(contentsOf(manifest))) {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ConsignmentRefused('torn')
    if (how === 'keep') found.set(sha256, await storeContent(shell, bytes, sha256))
  }
  return found
}

/**
 * Makes a carried content the file of a case, as its upload would have: asked in the same words, counted within the
 * same limits. What the phone had begun to send meanwhile is finished by this. Answers why not.
 */
export async function receivePaper(
  shell: BoatShell,
  actor: Actor,
  paper: CarriedPaper,
  contents: Contents,
): Promise<FileRefusalCode | undefined> {
  const { fileId, caseId, sha256, bytes } = paper
  const content = contents.get(sha256)
  if (content === undefined) return 'not-found'
  if (!content.ok) return content.why
  const file = await loadCase(shell, caseId)
  if (file === undefined || !maySee(actor, visibleOf(file))) return 'not-found'
  const known = await rowOf(shell, fileId)
  if (known !== undefined && !isSame(known, actor, paper)) return 'not-found'
  if (known?.state === 'ready') return undefined
  if (!mayUpload(actor, file, 'paper')) return 'not-now'
  if (known === undefined) {
    const why = await reserveUpload(shell, { id: fileId, caseId, ownerId: actor.id, bytes, sha256 }).catch(
      // Another carrier brought the same paper in this moment.
      async (error: unknown) => {
        const other = await rowOf(shell, fileId)
        if (other === undefined || !isSame(other, actor, paper)) throw error
        return undefined
      },
    )
    if (why !== undefined) return why
  }
  await shell.prisma.storedFile.updateMany({
    where: { id: fileId, state: { not: 'ready' } },
    data: { ...content.facts, state: 'ready', refusal: null, readyAt: new Date(shell.clock()) },
  })
  return undefined
}

type KnownFile = {
  readonly state: string
  readonly ownerId: string
  readonly caseId: string
  readonly sha256: string | null
}

async function rowOf(shell: BoatShell, id: string): Promise<KnownFile | undefined> {
  const row = await shell.prisma.storedFile.findUnique({
    where: { id },
    select: { state: true, ownerId: true, caseId: true, sha256: true },
  })
  return row ?? undefined
}

function isSame(known: KnownFile, actor: Actor, { caseId, sha256 }: CarriedPaper): boolean {
  return known.ownerId === actor.id && known.caseId === caseId && known.sha256 === sha256
}
