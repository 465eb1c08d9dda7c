import type { QueueId } from '#domain/shared/service-id.ts'
import type { Queryable, RowColumns } from './rows.ts'
import { ROW_COLUMNS } from './rows.ts'

/** How many case numbers of a queue are used up, by year (`{"26": 4117}`). */
export type UsedNumbers = { readonly [year: string]: number }

/** Takes the row of a case's queue until the transaction ends: nobody else can number a change of it meanwhile. */
export async function lockQueueOf(db: Queryable, caseId: string): Promise<UsedNumbers> {
  const { rows } = await db.query<{ numbers: UsedNumbers }>({
    name: 'case-lock-queue-of',
    text: 'select numbers from queue where id = (select queue_id from case_file where id = $1) for update',
    values: [caseId],
  })
  return rows[0]?.numbers ?? {}
}

/** Takes the rows of several queues, always in the same order, and makes those that are not there yet. */
export async function lockQueues(
  db: Queryable,
  queues: readonly QueueId[],
): Promise<ReadonlyMap<string, UsedNumbers>> {
  await db.query(
    'insert into queue (id) select id from unnest($1::text[]) id order by id on conflict do nothing',
    [queues],
  )
  const { rows } = await db.query<{ id: string; numbers: UsedNumbers }>(
    'select id, numbers from queue where id = any($1::text[]) order by id for update',
    [queues],
  )
  return new Map(rows.map((row) => [row.id, row.numbers]))
}

export type Receipt = { readonly request_hash: string; readonly person_id: string; readonly case_id: string }
export type Loaded = { readonly receipt: Receipt | null; readonly sealed: Buffer | null } & (
  | RowColumns
  | { readonly [K in keyof RowColumns]: null }
)

/** The case as it stands and the receipt of the command, if it has one: from one moment, in one round trip. */
export async function load(db: Queryable, commandId: string, caseId: string): Promise<Loaded> {
  const { rows } = await db.query<Loaded>({
    name: 'case-load',
    text: `
      select (select to_json(r) from (select request_hash, person_id, case_id from command_receipt where command_id = $1) r) as receipt,
        c.sealed, ${ROW_COLUMNS}
      from (select 1) one left join case_file c on c.id = $2`,
    values: [commandId, caseId],
  })
  const [found] = rows
  if (!found) throw new Error('loading a case answered no row')
  return found
}
