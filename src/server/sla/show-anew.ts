import { isDeepStrictEqual } from 'node:util'
import type { RowClock } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { giveWay } from './give-way.ts'

/** A queue is locked for so many at a time. */
const AT_ONCE = 50

/**
 * Rows whose clock had used more or less than was thought are told again, under new numbers of their queue and at the
 * version they have: nothing happened to the case. Read, counted and told under the queue's lock, where no one else
 * writes them: two instances that come at once tell a row once.
 */
export async function showAnew(shell: WriterShell, clockwork: Clockwork, rest: number): Promise<void> {
  const { version } = clockwork.rules
  const { rows: queues } = await shell.pool.query<{ queue_id: QueueId }>({
    name: 'recount-queues',
    text: `select distinct queue_id from case_clock where ${UNSHOWN} and shown_version < $1 order by queue_id`,
    values: [version],
  })
  for (const { queue_id: queue } of queues) {
    for (;;) {
      const begun = performance.now()
      const { looked, told } = await showSome(shell, queue, clockwork)
      if (told > 0) shell.feed.wake(queue)
      if (looked < AT_ONCE) break
      await giveWay(shell.pool, performance.now() - begun, rest)
    }
  }
}

type Unshown = { readonly case_id: string; readonly history: ClockHistory; readonly clock: RowClock | null }

async function showSome(
  shell: WriterShell,
  queue: QueueId,
  clockwork: Clockwork,
): Promise<{ readonly looked: number; readonly told: number }> {
  const { version } = clockwork.rules
  return inTransaction(shell.pool, async (db) => {
    await db.query('select 1 from queue where id = $1 for update', [queue]) // what is read next is read after it
    const { rows } = await db.query<Unshown>({
      name: 'recount-unshown',
      text: TO_SHOW,
      values: [queue, version, AT_ONCE],
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
}

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
