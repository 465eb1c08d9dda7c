import { DAY_MS } from '#domain/shared/instant.ts'
import { loadEvents } from '#server/case/load-case.ts'
import type { FilesShell } from './files-shell.ts'
import { filesOf } from './files-shell.ts'
import { PartStore } from './part-store.ts'
import { uploadSettings } from './upload-settings.ts'

/** An island may be without signal for days; after this an unfinished upload is given up. */
const PART_KEPT_MS = 7 * DAY_MS
/** In one round; the rest waits for the next. */
const MOST_UNUSED = 1000

/**
 * Clears abandoned parts, what a crash or a refusal left in the store, and finished files that no case ever used. A job
 * runs it some times a day; twice does no harm.
 */
export async function sweepFiles(
  shell: FilesShell,
): Promise<{ readonly rows: number; readonly parts: number; readonly blobs: number }> {
  await keepUsedOnes(shell)
  const rows = await giveUpRows(shell)
  await giveUpUnused(shell)
  return { rows: rows.length, parts: await sweepParts(shell), blobs: await sweepBlobs(shell, rows) }
}

const NEVER_USED = { state: 'refused', refusal: 'never-used' } as const

/**
 * A finished file that no case named for a season is refused first and deleted by a later round: a command that was
 * being decided at this moment has long ended then, and `keepUsedOnes` has given back what it named.
 */
async function giveUpUnused(shell: FilesShell): Promise<void> {
  const { unusedKeptDays } = await uploadSettings(shell)
  const old = {
    state: 'ready',
    attachedAt: null,
    createdAt: { lt: new Date(shell.clock() - unusedKeptDays * DAY_MS) },
  }
  const rows = await shell.prisma.storedFile.findMany({
    where: old,
    select: { id: true, caseId: true },
    take: MOST_UNUSED,
  })
  const used = await namedInHistories(shell, rows)
  await shell.prisma.storedFile.updateMany({
    where: { ...old, id: { in: [...used] } },
    data: { attachedAt: new Date(shell.clock()) },
  })
  const unused = rows.flatMap(({ id }) => (used.has(id) ? [] : [id]))
  await shell.prisma.storedFile.updateMany({ where: { ...old, id: { in: unused } }, data: NEVER_USED })
}

async function keepUsedOnes(shell: FilesShell): Promise<void> {
  const rows = await shell.prisma.storedFile.findMany({
    where: NEVER_USED,
    select: { id: true, caseId: true },
  })
  const used = await namedInHistories(shell, rows)
  await shell.prisma.storedFile.updateMany({
    where: { ...NEVER_USED, OR: [{ id: { in: [...used] } }, { attachedAt: { not: null } }] },
    data: { state: 'ready', refusal: null, attachedAt: new Date(shell.clock()) },
  })
}

/** Those that an event of their case names, also one that was replaced since: nothing of a history may go. */
async function namedInHistories(
  shell: FilesShell,
  files: readonly { readonly id: string; readonly caseId: string }[],
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (const [caseId, own] of Map.groupBy(files, (file) => file.caseId)) {
    const history = JSON.stringify(await loadEvents(shell, caseId))
    for (const { id } of own) if (history.includes(id)) named.add(id)
  }
  return named
}

async function giveUpRows(shell: FilesShell): Promise<readonly { readonly sha256: string | null }[]> {
  const stale = {
    state: { in: ['uploading', 'refused'] },
    attachedAt: null,
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
