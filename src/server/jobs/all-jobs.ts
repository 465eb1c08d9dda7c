import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { sweepFiles } from '#server/files/sweep-files.ts'
import type { Job } from './job.ts'
import { signAuditHeads } from './sign-audit-heads.ts'
import { sweepOldRows } from './sweep-old-rows.ts'
import { tellNotices } from './tell-notices.ts'

/** Everything the server does by itself. */
export const JOBS: readonly Job[] = [
  { name: 'tell-notices', everyMs: 2_000, by: 'each', run: tellNotices },
  { name: 'sign-audit-heads', everyMs: MINUTE_MS, by: 'each', run: signAuditHeads },
  { name: 'sweep-files', everyMs: 6 * HOUR_MS, by: 'one', run: sweepFiles },
  { name: 'sweep-old-rows', everyMs: 6 * HOUR_MS, by: 'one', run: sweepOldRows },
]
