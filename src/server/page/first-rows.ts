import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { NEXT_STEP } from '#domain/case/queue-view.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { nextShell } from '#server/auth/next-shell.ts'
import type { RowColumns } from '#server/case/rows.ts'
import { ROW_COLUMNS, rowFromColumns } from '#server/case/rows.ts'
import { scopeFilter } from '#server/case/scope.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'

/** Which rows a page shows before its first script: those with my next step, those I hold, or all open ones. */
export type FirstView = 'perlu-tindakan' | 'saya-pegang' | 'semua'

/** A screen full. */
const MOST = 20

/** The rows that a queue page is born with, longest in their stage first; the live replica takes over from there. */
export async function firstRows(
  actor: Actor,
  queues: readonly QueueId[],
  view: FirstView,
): Promise<readonly QueueRow[]> {
  const scope = scopeFilter(actor, 5)
  const { rows } = await readAs(nextShell().pool, sightOf(actor), (db) =>
    db.query<RowColumns>(
      `select ${ROW_COLUMNS} from case_file c
     where c.open and c.queue_id = any($1::text[]) and ${scope.text}
       and ($2 = 'semua' or ($2 = 'saya-pegang' and c.holder_id = $3) or ($2 = 'perlu-tindakan' and c.stage = any($4::text[])))
     order by c.stage_at limit ${MOST}`,
      [queues, view, actor.id, NEXT_STEP[actor.role], ...scope.values],
    ),
  )
  return rows.map(rowFromColumns)
}
