import type { JobShell } from './job.ts'

const AT_ONCE = 500

/**
 * Turns what commands left in the outbox into notices, each exactly once: rows are taken by lock, the notice has the
 * effect's own key, and both changes are one statement.
 */
export async function tellNotices(shell: Pick<JobShell, 'pool' | 'clock'>): Promise<number> {
  for (let told = 0; ;) {
    const { rows } = await shell.pool.query<{ count: number }>(TELL, [AT_ONCE, new Date(shell.clock())])
    const count = rows[0]?.count ?? 0
    told += count
    if (count < AT_ONCE) return told
  }
}

const TELL = `
WITH due AS (
  SELECT key, case_id, payload, at FROM effect
  WHERE done_at IS NULL AND kind = 'notice' ORDER BY at LIMIT $1 FOR UPDATE SKIP LOCKED
), told AS (
  INSERT INTO notice (key, case_id, person_id, role, region, kind, at)
  SELECT key, case_id, payload->'to'->>'personId', payload->'to'->>'role', payload->'to'->>'region', payload->>'kind', at FROM due
  ON CONFLICT (key) DO NOTHING
), done AS (
  UPDATE effect SET done_at = $2 FROM due WHERE effect.key = due.key RETURNING 1
)
SELECT count(*)::int AS count FROM done`
