import { faultIdOf } from '#server/fault-id.ts'
import { faults, jobRuns } from '#server/metrics.ts'
import type { Job, JobShell } from './job.ts'
import { runJob } from './run-job.ts'

/** Starts the clocks of all jobs. `stop` lets what is running finish and starts nothing more. */
export function startJobs(shell: JobShell, jobs: readonly Job[]): { stop(): Promise<void> } {
  const running = new Map<string, Promise<void>>()
  const timers = jobs.map((job) => setInterval(() => begin(job), job.everyMs).unref())
  for (const job of jobs) begin(job)

  function begin(job: Job): void {
    if (running.has(job.name)) return // a slow run is not met by a second one
    running.set(
      job.name,
      tried(job).finally(() => running.delete(job.name)),
    )
  }

  async function tried(job: Job): Promise<void> {
    try {
      jobRuns.inc({ job: job.name, outcome: await runJob(shell, job) })
    } catch (err) {
      jobRuns.inc({ job: job.name, outcome: 'failed' })
      faults.inc({ part: 'jobs' })
      shell.log.error(
        { faultId: faultIdOf(err instanceof Error ? err : new Error('not an error')), job: job.name, err },
        'job failed, trying again when it is next due',
      )
    }
  }

  return {
    async stop() {
      timers.forEach(clearInterval)
      await Promise.all(running.values())
    },
  }
}
