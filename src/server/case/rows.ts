import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { QueueId, ServiceId } from '#domain/shared/service-id.ts'
import type pg from 'pg'
import { scopeFilter } from './scope.ts'

export type Queryable = Pick<pg.Pool, 'query'>

const ms = (column: string): string => `(extract(epoch from c.${column}) * 1000)::float8 as ${column}`

/** The plain columns that a queue row is made of. Nothing sealed is read for a list. */
export const ROW_COLUMNS = [
  'c.id, c.version, c.queue_seq::float8 as queue_seq, c.service, c.kind, c.negeri, c.stage, c.number, c.applicant',
  `c.owner_id, c.submitted, c.holder, ${ms('stage_at')}, ${ms('submitted_at')}, ${ms('changed_at')}, c.changed_by`,
  'c.birth_late, c.flags, c.return_count, c.escalation, c.clock',
].join(', ')

export type RowColumns = {
  readonly id: string
  readonly version: number
  readonly queue_seq: number
  readonly service: ServiceId
  readonly kind: string
  readonly negeri: string
  readonly stage: Stage
  readonly number: string | null
  readonly applicant: string
  readonly owner_id: string
  readonly submitted: boolean
  readonly holder: QueueRow['holder']
  readonly stage_at: number
  readonly submitted_at: number | null
  readonly changed_at: number
  readonly changed_by: string
  readonly birth_late: boolean
  readonly flags: number
  readonly return_count: number
  readonly escalation: number
  readonly clock: QueueRow['clock']
}

export function rowFromColumns(c: RowColumns): QueueRow {
  return {
    id: c.id,
    version: c.version,
    seq: c.queue_seq,
    service: c.service,
    kind: c.kind,
    negeri: c.negeri,
    stage: c.stage,
    number: c.number,
    applicant: c.applicant,
    ownerId: c.owner_id,
    submitted: c.submitted,
    holder: c.holder,
    stageAt: c.stage_at,
    submittedAt: c.submitted_at,
    changedAt: c.changed_at,
    changedBy: c.changed_by,
    birthLate: c.birth_late,
    flags: c.flags,
    returnCount: c.return_count,
    escalation: c.escalation,
    clock: c.clock,
  }
}

/** Rows of one queue together with the number they are true at: both from one statement, so from one moment. */
export type Reading = { readonly seq: number; readonly rows: readonly QueueRow[] }

type SeqAndRow = { readonly seq_now: number } & (RowColumns | { readonly id: null })

function readingOf(found: readonly SeqAndRow[]): Reading {
  const rows = found.filter((one): one is SeqAndRow & RowColumns => one.id !== null)
  return { seq: found[0]?.seq_now ?? 0, rows: rows.map(rowFromColumns) }
}

const READING = `select q.seq::float8 as seq_now, ${ROW_COLUMNS} from (select coalesce((select seq from queue where id = $1), 0) as seq) q`

/** Everything that changed after a number, for whoever tails the queue: the newest state of each case, in order. */
export async function readChanges(
  db: Queryable,
  queue: QueueId,
  after: number,
  most: number,
): Promise<Reading> {
  const { rows } = await db.query<SeqAndRow>({
    name: 'rows-changes',
    text: `${READING} left join lateral (select * from case_file where queue_id = $1 and queue_seq > $2 order by queue_seq limit $3) c on true order by c.queue_seq`,
    values: [queue, after, most],
  })
  return readingOf(rows)
}

/** The latest `most` changes, oldest first. */
export async function readLatest(db: Queryable, queue: QueueId, most: number): Promise<Reading> {
  const { rows } = await db.query<SeqAndRow>({
    name: 'rows-latest',
    text: `${READING} left join lateral (select * from case_file where queue_id = $1 order by queue_seq desc limit $2) c on true order by c.queue_seq`,
    values: [queue, most],
  })
  return readingOf(rows)
}

/** What one person may see of a queue: all open cases (`after` = 0), or every case that changed after a number. */
export async function readVisible(
  db: Queryable,
  actor: Actor,
  queue: QueueId,
  after: number,
): Promise<Reading> {
  const scope = scopeFilter(actor, 3)
  const which = after === 0 ? 'c.open and $2::bigint = 0' : 'c.queue_seq > $2'
  const { rows } = await db.query<SeqAndRow>(
    `${READING} left join case_file c on c.queue_id = $1 and ${which} and ${scope.text} order by c.queue_seq`,
    [queue, after, ...scope.values],
  )
  return readingOf(rows)
}

/** One case's row, whoever may see it: the caller asks `maySee`. */
export async function readRow(db: Queryable, caseId: string): Promise<QueueRow | undefined> {
  const { rows } = await db.query<RowColumns>({
    name: 'rows-one',
    text: `select ${ROW_COLUMNS} from case_file c where c.id = $1`,
    values: [caseId],
  })
  return rows[0] && rowFromColumns(rows[0])
}
