import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { RowClock } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { CaseClock } from './case-clock.ts'
import { countClock, momentsOf } from './case-clock.ts'
import { freshClockwork } from './clockwork-in-force.ts'

/** Some milliseconds of counting, during which this process does nothing else, and a command on one of these cases waits. */
const AT_ONCE = 100
/** After a batch the machine belongs for so long to those who work, as a share of the time that the batch took. */
const REST = 0.6

export type Recounted = { readonly looked: number; readonly moved: number; readonly version: number }

/**
 * Counts every open case again by the rules as they are now, in batches that skip what somebody else is at: an
 * instance that is killed loses one batch, and any other goes on. Nothing is locked but the clocks of the batch; the
 * queue is touched only for rows whose used time is another one. They are shown anew after they were counted, and until
 * then `shown_version` says that they are not: whoever counts next shows what a killed instance left.
 */
export async function recount(
  shell: WriterShell,
  { rest = REST }: { readonly rest?: number } = {},
): Promise<Recounted> {
  const { settings } = await houseFacts(shell.pool, shell.clock())
  const clockwork = await freshClockwork(shell.pool)
  const { version } = clockwork.rules
  const sum = { looked: 0, moved: 0, version }
  for (;;) {
    const begun = performance.now()
    const batch = await inTransaction(shell.pool, async (db) => {
      // What a power cut takes of this is counted again; whoever acknowledges a command does not wait for its flush.
      await db.query('set local synchronous_commit = off')
      const { rows } = await db.query<Kept>({ name: 'recount-take', text: TAKE, values: [version, AT_ONCE] })
      if (rows.length === 0) return { looked: 0, moved: 0 }
      const counted = rows.map((row) => ({
        row,
        clock: countClock(row.history, clockwork, settings, row.level),
      }))
      const moved = counted.filter(({ row, clock }) => hasMoved(row, clock)).length
      await keep(db, counted)
      await note(db, version, rows.length, moved)
      return { looked: rows.length, moved }
    })
    sum.looked += batch.looked
    sum.moved += batch.moved
    await showAnew(shell, clockwork, rest)
    if (batch.looked < AT_ONCE) break
    await new Promise((resolve) => setTimeout(resolve, (performance.now() - begun) * rest))
  }
  await shell.pool.query(
    'update time_change set done_at = clock_timestamp() where version <= $1 and done_at is null',
    [version],
  )
  return sum
}

type Kept = {
  readonly case_id: string
  readonly queue_id: QueueId
  readonly history: ClockHistory
  readonly level: number
  readonly clock: RowClock | null
  readonly due: readonly (number | null)[]
}
type Counted = { readonly row: Kept; readonly clock: CaseClock }

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

const TAKE = `
select c.case_id, c.queue_id, c.history, f.escalation as level, f.clock,
  array[${ms('c.stage_due_at')}, ${ms('c.promise_due_at')}, ${ms('c.law_due_at')}] as due
from case_clock c join case_file f on f.id = c.case_id
where c.open and c.rules_version < $1 order by c.rules_version limit $2 for update of c skip locked`

function hasMoved({ due }: Kept, { stageDueAt, promiseDueAt, lawDueAt }: CaseClock): boolean {
  return [stageDueAt, promiseDueAt, lawDueAt].some((at, place) => at !== (due[place] ?? null))
}

async function keep(db: pg.ClientBase, counted: readonly Counted[]): Promise<void> {
  const moments = counted.map(({ clock }) => momentsOf(clock))
  await db.query({
    name: 'recount-keep',
    text: `update case_clock c set rules_version = $1, shown_version = case when n.shown then $1 else c.shown_version end,
      policy_version = n.policy, stage_due_at = n.stage, promise_due_at = n.promise, law_due_at = n.law, rung_at = n.rung, step_at = n.step
    from unnest($2::uuid[], $3::int[], $4::boolean[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[])
      as n (id, policy, shown, stage, promise, law, rung, step) where c.case_id = n.id`,
    values: [
      counted[0]?.clock.rulesVersion ?? 0,
      counted.map(({ row }) => row.case_id),
      counted.map(({ clock }) => clock.policyVersion),
      counted.map(({ row, clock }) => isDeepStrictEqual(row.clock, clock.row)),
      ...[0, 1, 2, 3, 4].map((place) => moments.map((all) => all[place] ?? null)),
    ],
  })
}

/** How far it has come stands in the change itself, where its maker sees it. */
async function note(db: pg.ClientBase, version: number, looked: number, moved: number): Promise<void> {
  await db.query('update time_change set looked = looked + $2, moved = moved + $3 where version = $1', [
    version,
    looked,
    moved,
  ])
}

/**
 * Rows whose clock had used more or less than was thought are told again, under new numbers of their queue and at the
 * version they have: nothing happened to the case. Read, counted and told under the queue's lock, where no one else
 * writes them: two instances that come at once tell a row once.
 */
async function showAnew(shell: WriterShell, clockwork: Clockwork, rest: number): Promise<void> {
  const { version } = clockwork.rules
  const { rows: queues } = await shell.pool.query<{ queue_id: QueueId }>(
    `select distinct queue_id from case_clock where ${UNSHOWN} and shown_version < $1 order by queue_id`,
    [version],
  )
  for (const { queue_id: queue } of queues) {
    for (;;) {
      const begun = performance.now()
      const { looked, told } = await inTransaction(shell.pool, async (db) => {
        await db.query('select 1 from queue where id = $1 for update', [queue]) // what is read next is read after it
        const { rows } = await db.query<Unshown>({
          name: 'recount-unshown',
          text: TO_SHOW,
          values: [queue, version, SHOWN_AT_ONCE],
        })
        const other = rows
          .map((row) => ({ ...row, now: rowClockOf(row.history, clockwork) }))
          .filter((row) => !isDeepStrictEqual(row.clock, row.now))
        await db.query({
          name: 'recount-show',
          text: SHOW,
          values: [
            queue,
            version,
            rows.map((row) => row.case_id),
            other.map((row) => row.case_id),
            other.map((row) => (row.now === null ? null : JSON.stringify(row.now))),
          ],
        })
        return { looked: rows.length, told: other.length }
      })
      if (told > 0) shell.feed.wake(queue)
      if (looked < SHOWN_AT_ONCE) break
      await new Promise((resolve) => setTimeout(resolve, (performance.now() - begun) * rest))
    }
  }
}
const SHOWN_AT_ONCE = 100
type Unshown = Pick<Kept, 'case_id' | 'history' | 'clock'>

/** As the index of these rows says it. */
const UNSHOWN = 'open and shown_version < rules_version'

const TO_SHOW = `
select c.case_id, c.history, f.clock from (
  select case_id, history from case_clock where ${UNSHOWN} and queue_id = $1 and shown_version < $2 limit $3
) c join case_file f on f.id = c.case_id`

// As many numbers as rows, under the queue's lock.
const SHOW = `
with q as (select id, seq from queue where id = $1),
shown as (
  select n.id, n.clock, row_number() over (order by n.id) as place from unnest($4::uuid[], $5::jsonb[]) as n (id, clock)
),
told as (
  update case_file f set clock = shown.clock, queue_seq = q.seq + shown.place from shown, q where f.id = shown.id
),
marked as (
  update case_clock set shown_version = $2 where case_id = any($3::uuid[])
)
update queue set seq = queue.seq + (select count(*) from shown) from q where queue.id = q.id`
