import { readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import type { JobShell } from '#server/jobs/job.ts'
import { OLD_KEY_OPENS_MS } from './boat-keys.ts'
import { boatDirectory } from './boat-shell.ts'
import { declineUndecided } from './held-consignments.ts'

/** A half-sent file is given up after this. */
const PART_KEPT_MS = 7 * DAY_MS
// One that no supervisor decided on: a day before its key may open it no more, so that the phone can still be told.
const HELD_KEPT_DAYS = 89
/** For the officer who wrote it, in the place of a supervisor's words. */
const UNDECIDED = `Tidak ada keputusan selama ${HELD_KEPT_DAYS} hari.`
const ROW_KEPT_MS = 120 * DAY_MS

/** Clears half-sent files, rows that nobody asks for, and keys that open nothing any more. Twice does no harm. */
export async function sweepBoat(shell: JobShell): Promise<void> {
  const before = (ms: number) => new Date(shell.clock() - ms)
  await shell.prisma.consignment.deleteMany({
    where: { state: 'uploading', createdAt: { lt: before(PART_KEPT_MS) } },
  })
  await shell.prisma.consignment.deleteMany({
    where: { state: { in: ['done', 'refused', 'declined'] }, endedAt: { lt: before(ROW_KEPT_MS) } },
  })
  await declineUndecided(shell, before(HELD_KEPT_DAYS * DAY_MS), UNDECIDED)
  // A day more than the promise, so that no file loses its key between two looks.
  await shell.prisma.boatKey.deleteMany({ where: { retiredAt: { lt: before(OLD_KEY_OPENS_MS + DAY_MS) } } })
  const directory = boatDirectory(shell)
  for (const id of await readdir(directory).catch(() => [])) {
    const wanted = await shell.prisma.consignment.count({
      where: { id, state: { in: ['uploading', 'received', 'held', 'accepted'] } },
    })
    const path = join(directory, id)
    const age = shell.clock() - (await stat(path).catch(() => ({ mtimeMs: shell.clock() }))).mtimeMs
    if (wanted === 0 && age > 10 * MINUTE_MS) await unlink(path).catch(() => undefined)
  }
}
