import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { createHeadSigner } from '#server/audit/signed-heads.ts'
import { watchReads } from '#server/audit/watch-reads.ts'
import { sweepBoat } from '#server/boat/sweep-boat.ts'
import { sweepPost } from '#server/notice/keep-post.ts'
import { tellNotices } from '#server/notice/tell-notices.ts'
import { fillTwins } from '#server/case/fill-twins.ts'
import { sweepFiles } from '#server/files/sweep-files.ts'
import type { Job, JobShell } from './job.ts'
import { sweepOldRows } from './sweep-old-rows.ts'

/** Everything the server does by itself. `auditKey` signs the ends of the audit chains. */
export function allJobs(shell: JobShell, auditKey: string): readonly Job[] {
  const signer = createHeadSigner(shell, shell.config.dataDir, auditKey)
  return [
    { name: 'tell-notices', everyMs: 1_000, by: 'each', run: tellNotices },
    // Each instance into its own DATA_DIR: two records of the same ends are better than one.
    { name: 'sign-audit-heads', everyMs: MINUTE_MS, by: 'each', run: () => signer.sign() },
    { name: 'watch-reads', everyMs: 10 * MINUTE_MS, by: 'one', run: watchReads },
    { name: 'sweep-files', everyMs: 6 * HOUR_MS, by: 'one', run: sweepFiles },
    { name: 'sweep-boat', everyMs: 6 * HOUR_MS, by: 'one', run: sweepBoat },
    { name: 'sweep-post', everyMs: 10 * MINUTE_MS, by: 'one', run: sweepPost },
    // After a release that finds doubles by other keys; it ends at once when all is done.
    { name: 'fill-twins', everyMs: 10 * MINUTE_MS, by: 'one', run: fillTwins },
    { name: 'sweep-old-rows', everyMs: 6 * HOUR_MS, by: 'one', run: sweepOldRows },
  ]
}
