import { DAY_MS } from '#domain/shared/instant.ts'
import type { FilesShell } from './files-shell.ts'
import { filesOf } from './files-shell.ts'
import { PartStore } from './part-store.ts'

/** An island may be without signal for days; after this an unfinished upload is given up. */
const PART_KEPT_MS = 7 * DAY_MS

/** Clears abandoned parts, and what a crash or a refusal left in the store. A job runs it each night; twice does no harm. */
export async function sweepFiles(
  shell: FilesShell,
): Promise<{ readonly rows: number; readonly parts: number; readonly blobs: number }> {
  const rows = await giveUpRows(shell)
  return { rows: rows.length, parts: await sweepParts(shell), blobs: await sweepBlobs(shell, rows) }
}

async function giveUpRows(shell: FilesShell): Promise<readonly { readonly sha256: string | null }[]> {
  const stale = {
    state: { in: ['uploading', 'refused'] },
    createdAt: { lt: new Date(shell.clock() - PART_KEPT_MS) },
  }
  const rows = await shell.prisma.storedFile.findMany({ where: stale, select: { id: true, sha256: true } })
  await shell.prisma.storedFile.deleteMany({ where: { ...stale, id: { in: rows.map((row) => row.id) } } })
  return rows
}

async function sweepParts(shell: FilesShell): Promise<number> {
  const parts = new PartStore(filesOf(shell).partsDirectory, shell.prisma, shell.sealer)
  let swept = 0
  for (const id of await parts.ids()) {
    const row = await shell.prisma.storedFile.findUnique({ where: { id }, select: { state: true } })
    if (row?.state === 'uploading') continue
    await parts.remove(id)
    swept += 1
  }
  return swept
}

async function sweepBlobs(
  shell: FilesShell,
  givenUp: readonly { readonly sha256: string | null }[],
): Promise<number> {
  const { blobs } = filesOf(shell)
  const names: string[] = []
  for await (const name of blobs.leftovers()) names.push(name)
  for (const { sha256 } of givenUp) {
    if (
      sha256 === null ||
      (await shell.prisma.storedFile.findFirst({
        where: { sha256, state: 'ready' },
        select: { id: true },
      })) !== null
    )
      continue
    for (const copy of ['content', 'view', 'thumb'] as const) names.push(blobs.nameOf(sha256, copy))
  }
  let swept = 0
  for (const name of names) {
    // Younger ones may belong to an upload that is being stored at this moment.
    if (!(await blobs.has(name)) || (await blobs.ageMs(name, shell.clock())) < DAY_MS) continue
    await blobs.remove(name)
    swept += 1
  }
  return swept
}
