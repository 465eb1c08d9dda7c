import { DAY_MS } from '#domain/shared/instant.ts'
import type { JobShell } from './job.ts'

/** How long rows are of use after they ended. A retried command finds its answer for 90 days (and a margin). */
const KEPT = [
  ['session', 'expires_at', 90],
  ['throttle', 'window_at', 2],
  ['command_receipt', 'at', 120],
  ['effect', 'done_at', 30],
  ['notice', 'read_at', 90],
  ['delivery', 'done_at', 90],
] as const

/** Nobody comes back to news of half a year ago: as read they are counted no longer, and go when read ones go. */
const UNREAD_DAYS = 180

/** Clears what nobody needs any more, in portions, so that no lock is held for long. */
export async function sweepOldRows(shell: Pick<JobShell, 'pool' | 'clock'>): Promise<void> {
  await endUnread(shell)
  for (const [table, column, days] of KEPT) {
    const before = new Date(shell.clock() - days * DAY_MS)
    let gone: number | null
    do {
      const portion = `SELECT ctid FROM ${table} WHERE ${column} < $1 LIMIT 5000`
      ;({ rowCount: gone } = await shell.pool.query(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY (${portion}))`,
        [before],
      ))
    } while (gone === 5000)
  }
}

async function endUnread({ pool, clock }: Pick<JobShell, 'pool' | 'clock'>): Promise<void> {
  const now = clock()
  for (const table of ['notice', 'digest']) {
    let ended: number | null
    do {
      const portion = `SELECT ctid FROM ${table} WHERE read_at IS NULL AND at < $1 LIMIT 5000`
      ;({ rowCount: ended } = await pool.query(
        `UPDATE ${table} SET read_at = $2 WHERE ctid = ANY (ARRAY (${portion})) AND read_at IS NULL`,
        [new Date(now - UNREAD_DAYS * DAY_MS), new Date(now)],
      ))
    } while (ended === 5000)
  }
}
