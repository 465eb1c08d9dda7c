import { setImmediate as breath } from 'node:timers/promises'
import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { Stage } from '#domain/case/stage.ts'
import { addDays } from '#domain/shared/local-date.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import type { DaysNeeded } from '#domain/sla/days-needed.ts'
import { daysNeeded } from '#domain/sla/days-needed.ts'
import type { Replay, ReplayLine } from '#domain/sla/replay.ts'
import { replayLineOf, sumReplay } from '#domain/sla/replay.ts'
import { scopeFilter } from '#server/case/scope.ts'
import { readAs } from '#server/db/read-as.ts'

export type PromiseReplay = {
  readonly lines: readonly Replay[]
  /** There were more cases than are replayed at once; these are the earliest. */
  readonly cut: boolean
}

/** So many cases in one read, so many reads: others' questions pass between, and none waits for a whole month. */
const PAGE = 400
const MOST_PAGES = 50

/**
 * Replays the cases submitted in a month (`YYYY-MM`) that this person may see: what became of each promise, and of
 * every other promise that might have been given. Counted from the plain log of stages; no sealed case is opened.
 */
export async function replayPromise(
  pool: pg.Pool,
  actor: Actor,
  month: string,
  clockwork: Clockwork,
  now: number,
): Promise<PromiseReplay> {
  const cases: { line: ReplayLine; fared: DaysNeeded }[] = []
  const until = `${addDays(`${month}-01`, 32).slice(0, 7)}-01`
  let after: Mark = { at: Date.parse(`${month}-01T00:00:00+09:00`), id: FIRST_ID }
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await readPage(pool, actor, after, Date.parse(`${until}T00:00:00+09:00`))
    for (const history of found.histories) {
      const fared = daysNeeded(history, clockwork, now)
      if (fared) cases.push({ line: replayLineOf(history), fared })
    }
    if (found.next === undefined) return { lines: sumReplay(cases), cut: false }
    after = found.next
    await breath()
  }
  return { lines: sumReplay(cases), cut: true }
}

type Mark = { readonly at: number; readonly id: string }
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

type StepRow = {
  readonly id: string
  readonly service: ServiceId
  readonly kind: string
  readonly negeri: string
  readonly birth_late: boolean
  readonly submitted_at: number
  readonly stages: readonly Stage[]
  readonly moments: readonly number[]
}

async function readPage(
  pool: pg.Pool,
  actor: Actor,
  after: Mark,
  until: number,
): Promise<{ readonly histories: readonly ClockHistory[]; readonly next: Mark | undefined }> {
  // Figures only, so that leadership has its areas here although it opens no case.
  const reader: Actor = actor.role === 'LEADERSHIP' ? { ...actor, role: 'SUPERVISOR' } : actor
  const scope = scopeFilter(reader, 5)
  const sight = { personId: actor.id, areas: actor.areas, ownOnly: false }
  const { rows } = await readAs(pool, sight, (db) =>
    db.query<StepRow>(
      `with page as (
         select c.id, c.service, c.kind, c.negeri, c.birth_late, c.submitted_at from case_file c
         where c.submitted and (c.submitted_at, c.id) > ($1::timestamptz, $2::uuid) and c.submitted_at < $3 and ${scope.text}
         order by c.submitted_at, c.id limit $4)
       select p.id, p.service, p.kind, p.negeri, p.birth_late, (extract(epoch from p.submitted_at) * 1000)::float8 as submitted_at,
         array_agg(e.to_stage order by e.version) as stages,
         array_agg((extract(epoch from e.at) * 1000)::float8 order by e.version) as moments
       from page p join case_event e on e.case_id = p.id and e.from_stage is distinct from e.to_stage and e.to_stage <> 'DRAFT'
       group by p.id, p.service, p.kind, p.negeri, p.birth_late, p.submitted_at
       order by p.submitted_at, p.id`,
      [new Date(after.at), after.id, new Date(until), PAGE, ...scope.values],
    ),
  )
  const last = rows.at(-1)
  return {
    histories: rows.map(historyOf),
    next: last && rows.length === PAGE ? { at: last.submitted_at, id: last.id } : undefined,
  }
}

function historyOf(row: StepRow): ClockHistory {
  return {
    service: row.service,
    kind: row.kind,
    negeri: row.negeri,
    birthLate: row.birth_late,
    capturedAt: undefined,
    visits: row.stages.map((stage, n) => ({ stage, at: row.moments[n] ?? row.submitted_at })),
  }
}
