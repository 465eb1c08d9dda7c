import { createHash } from 'node:crypto'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import type { FilesShell } from './files-shell.ts'
import { filesOf } from './files-shell.ts'
import type { Inspection } from './paper-inspection.ts'
import type { PartStore } from './part-store.ts'

export type Finished = { readonly ok: true } | { readonly ok: false; readonly why: FileRefusalCode }

const underway = new Map<string, Promise<Finished>>()

/**
 * Turns a part that has all its bytes into a stored file: compared with the hash the sender promised, inspected,
 * sealed and flushed, and only then `ready`. Asked twice, or again after a crash, it does the work once.
 */
export function finishUpload(shell: FilesShell, parts: PartStore, id: string): Promise<Finished> {
  const known = underway.get(id)
  if (known !== undefined) return known
  const work = finish(shell, parts, id).finally(() => underway.delete(id))
  underway.set(id, work)
  return work
}

async function finish(shell: FilesShell, parts: PartStore, id: string): Promise<Finished> {
  const row = await shell.prisma.storedFile.findUnique({
    where: { id },
    select: { state: true, refusal: true, bytes: true, sha256: true },
  })
  if (row === null) return { ok: false, why: 'not-found' }
  if (row.state === 'ready') return { ok: true }
  if (row.state === 'refused') return { ok: false, why: row.refusal as FileRefusalCode }

  const bytes = await parts.contentOf(id)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const stored =
    sha256 === row.sha256 && bytes.length === Number(row.bytes)
      ? await storeContent(shell, bytes, sha256)
      : refused('file-altered')
  if (!stored.ok) {
    await shell.prisma.storedFile.updateMany({
      where: { id, state: 'uploading' },
      data: { state: 'refused', refusal: stored.why },
    })
    await parts.remove(id)
    return stored
  }
  await shell.prisma.storedFile.updateMany({
    where: { id, state: 'uploading' },
    data: { ...stored.facts, state: 'ready', readyAt: new Date(shell.clock()) },
  })
  await parts.remove(id)
  return { ok: true }
}

const refused = (why: FileRefusalCode) => ({ ok: false, why }) as const

type Facts = {
  readonly mime: string
  readonly pageCount: number
  readonly width: number | null
  readonly height: number | null
  readonly blobKey: string
  readonly viewKey: string | null
  readonly thumbKey: string | null
}
export type StoredContent =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly why: FileRefusalCode }

/** Seals the content and its copies; what is already in the store is neither inspected nor written again. */
export async function storeContent(
  shell: FilesShell,
  bytes: Uint8Array,
  sha256: string,
): Promise<StoredContent> {
  const { blobs, decoder } = filesOf(shell)
  const blobKey = blobs.nameOf(sha256, 'content')
  const twin = await shell.prisma.storedFile.findFirst({
    where: { sha256, state: 'ready' },
    select: {
      mime: true,
      pageCount: true,
      width: true,
      height: true,
      blobKey: true,
      viewKey: true,
      thumbKey: true,
    },
  })
  if (twin?.blobKey === blobKey && (await blobs.has(blobKey))) {
    return { ok: true, facts: { ...twin, mime: twin.mime ?? '', pageCount: twin.pageCount ?? 1, blobKey } }
  }
  const inspection: Inspection = await decoder.inspect(bytes)
  if (!inspection.ok) return inspection
  const putCopy = async (copy: 'view' | 'thumb'): Promise<string | null> => {
    const made = inspection[copy]
    if (made === undefined) return null
    const name = blobs.nameOf(sha256, copy)
    await blobs.put(name, made)
    return name
  }
  const [viewKey, thumbKey] = [await putCopy('view'), await putCopy('thumb')]
  await blobs.put(blobKey, bytes)
  const { mime, pageCount, width = null, height = null } = inspection
  return { ok: true, facts: { mime, pageCount, width, height, blobKey, viewKey, thumbKey } }
}
