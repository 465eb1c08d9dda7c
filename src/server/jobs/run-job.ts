import { createHash } from 'node:crypto'
import type { Job, JobShell } from './job.ts'

/**
 * Runs a job if it is due and nobody else is at it. The advisory lock belongs to a connection, so a killed instance
 * gives it back; the mark keeps several instances from doing hourly work several times an hour.
 */
export async function runJob(shell: JobShell, job: Job): Promise<'done' | 'not due' | 'busy'> {
  if (job.by === 'each') {
    await job.run(shell)
    return 'done'
  }
  const client = await shell.pool.connect()
  const lock = createHash('sha256').update(`job ${job.name}`).digest().readInt32BE()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [lock])
    if (!rows[0]?.got) return 'busy'
    try {
      if (!(await isDue(shell, job))) return 'not due'
      await job.run(shell)
      return 'done'
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lock]).catch((lost: Error) => (broken = lost))
    }
  } finally {
    client.release(broken)
  }
}

async function isDue(shell: JobShell, job: Job): Promise<boolean> {
  const now = shell.clock()
  // A tenth early is on time: instances do not tick at the same moment.
  const { rowCount } = await shell.pool.query(
    `INSERT INTO job_mark (name, ran_at) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at WHERE job_mark.ran_at <= $3`,
    [job.name, new Date(now), new Date(now - job.everyMs * 0.9)],
  )
  return rowCount === 1
}
