import { isDeepStrictEqual } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { CaseSettings } from '#domain/case/facts.ts'
import type { RowClock } from '#domain/case/queue-row.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { forgetSettings, houseFacts } from '#server/case/house-facts.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import type { CaseClock } from './case-clock.ts'
import { countClock, momentsOf } from './case-clock.ts'
import { freshClockwork } from './clockwork-in-force.ts'
import { giveWay } from './give-way.ts'
import { showAnew } from './show-anew.ts'

/** Read at once, without a lock; counted and written in pieces of which none keeps this process busy for a millisecond. */
const PORTION = 100
const AT_ONCE = 20
/** After a piece the machine belongs to those who work for so long, as a share of the time that the piece took. */
const REST = 0.8

export type Recounted = { readonly looked: number; readonly moved: number; readonly version: number }
type Options = { readonly rest?: number }

/**
 * Counts every open case again by the rules as they are now, on a connection of its own, in pieces that are whole or
 * not at all: an instance that is killed loses one, and any other goes on. No row is locked while it is counted: one
 * that changed meanwhile is left and read again. The queue is touched only for rows whose used time is another one.
 * They are shown anew after they were counted, and until then `shown_version` says that they are not: whoever counts
 * next shows what a killed instance left.
 */
export async function recount(shell: WriterShell, { rest = REST }: Options = {}): Promise<Recounted> {
  forgetSettings(shell.pool)
  const { settings } = await houseFacts(shell.pool, shell.clock())
  const clockwork = await freshClockwork(shell.pool)
  const { version } = clockwork.rules
  const sum = { looked: 0, moved: 0, version }
  await alone(shell.pool, async (db) => {
    for (;;) {
      const { rows } = await db.query<Kept>({ name: 'recount-take', text: TAKE, values: [version, PORTION] })
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const begun = performance.now()
        const kept = await countSome(db, rows.slice(from, from + AT_ONCE), clockwork, settings)
        sum.looked += kept.looked
        sum.moved += kept.moved
        await giveWay(shell.pool, performance.now() - begun, rest)
      }
      await showAnew(shell, clockwork, rest)
      if (rows.length === 0) return
    }
  })
  await shell.pool.query(
    'update time_change set done_at = clock_timestamp() where version <= $1 and done_at is null',
    [version],
  )
  return sum
}

const ONE_COUNTS = 7_210_514
const ASK_AGAIN_MS = 250

/** One instance counts; another that is asked too waits, and finds little left. What a power cut takes is counted again. */
async function alone(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<void>): Promise<void> {
  const db = await pool.connect()
  let done = false
  try {
    // Whoever acknowledges a command does not wait for the flush of this.
    await db.query('set synchronous_commit = off')
    while (!(await locked(db))) await wait(ASK_AGAIN_MS)
    await work(db)
    await db.query('select pg_advisory_unlock($1)', [ONE_COUNTS])
    await db.query('reset synchronous_commit')
    done = true
  } finally {
    db.release(!done) // closed with its lock, unless all is as it was
  }
}

async function locked(db: pg.PoolClient): Promise<boolean> {
  const { rows } = await db.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ONE_COUNTS])
  return rows[0]?.mine ?? false
}

type Kept = {
  readonly case_id: string
  readonly history: ClockHistory
  readonly level: number
  readonly clock: RowClock | null
  readonly due: readonly (number | null)[]
  /** Which writing of the row this is. */
  readonly seen: string
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

const TAKE = `
select c.case_id, c.history, f.escalation as level, f.clock, c.xmin::text as seen,
  array[${ms('c.stage_due_at')}, ${ms('c.promise_due_at')}, ${ms('c.law_due_at')}] as due
from case_clock c join case_file f on f.id = c.case_id
where c.open and c.rules_version < $1 order by c.rules_version limit $2`

function hasMoved({ due }: Kept, { stageDueAt, promiseDueAt, lawDueAt }: CaseClock): boolean {
  return [stageDueAt, promiseDueAt, lawDueAt].some((at, place) => at !== (due[place] ?? null))
}

/** How far it has come stands in the change itself, in the same statement, where its maker sees it. */
async function countSome(
  db: pg.ClientBase,
  rows: readonly Kept[],
  clockwork: Clockwork,
  settings: CaseSettings,
): Promise<{ readonly looked: number; readonly moved: number }> {
  const counted = rows.map((row) => ({ row, clock: countClock(row.history, clockwork, settings, row.level) }))
  const moments = counted.map(({ clock }) => momentsOf(clock))
  const { rows: kept } = await db.query<{ looked: number; moved: number }>({
    name: 'recount-keep',
    text: KEEP,
    values: [
      clockwork.rules.version,
      rows.map((row) => row.case_id),
      rows.map((row) => row.seen),
      counted.map(({ row, clock }) => hasMoved(row, clock)),
      counted.map(({ clock }) => clock.policyVersion),
      counted.map(({ row, clock }) => isDeepStrictEqual(row.clock, clock.row)),
      ...[0, 1, 2, 3, 4].map((place) => moments.map((all) => all[place] ?? null)),
    ],
  })
  return kept[0] ?? { looked: 0, moved: 0 }
}

const KEEP = `
with kept as (
  update case_clock c set rules_version = $1, shown_version = case when n.shown then $1 else c.shown_version end,
    policy_version = n.policy, stage_due_at = n.stage, promise_due_at = n.promise, law_due_at = n.law, rung_at = n.rung, step_at = n.step
  from unnest($2::uuid[], $3::text[], $4::boolean[], $5::int[], $6::boolean[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[])
    as n (id, seen, moved, policy, shown, stage, promise, law, rung, step)
  where c.case_id = n.id and c.xmin::text = n.seen returning n.moved
),
total as (select count(*)::int as looked, (count(*) filter (where moved))::int as moved from kept),
noted as (
  update time_change t set looked = t.looked + total.looked, moved = t.moved + total.moved from total where t.version = $1
)
select looked, moved from total`
