import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { recount } from '#server/sla/recount.ts'
import type { Figure } from '../report.ts'
import type { Pool } from '../rig.ts'
import { KEYS, Office, openRig } from '../rig.ts'
import { manyWaiting } from './server-many.ts'
import { openAlways } from './server-always.ts'

const KILL_EACH_MS = 5_000
const MOST_LATE_S = 60
const PATIENCE_MS = 180_000
const DIGEST_PATIENCE_MS = 180_000

/**
 * Cases that all fall due within one minute, two instances, one of them killed every five seconds: each rung of each
 * case written exactly once, how late the last one was, one digest per person.
 */
export async function ladder(count: number): Promise<readonly Figure[]> {
  const rig = await openRig(10)
  const [office] = await Office.openAll(rig.shell, ['81.77'])
  if (!office) throw new Error('no office')
  const instances: (ChildProcess | undefined)[] = []
  let killing: ReturnType<typeof setInterval> | undefined
  let kills = 0
  try {
    await openAlways(rig.shell.pool)
    await supervisor(rig.shell.pool, office.regency)
    const now = Date.now()
    // Two hours is the time of the stage: 100 % falls on the next minute, spread over it.
    const dueFrom = now + 20_000
    await manyWaiting(rig, office, count, (n) => dueFrom - 120 * 60_000 + Math.floor((n / count) * 60_000))
    await recount(rig.shell, { rest: 0 })
    await alreadyTold(rig.shell.pool)
    const ready = [false, false]
    const start = (place: number) => {
      ready[place] = false
      instances[place] = fork(path.join(import.meta.dirname, 'server-instance.ts'), [
        rig.urls.app,
        JSON.stringify(KEYS),
      ]).once('message', () => (ready[place] = true))
    }
    start(0)
    start(1)
    await Promise.all(instances.flatMap((one) => (one ? [once(one, 'message')] : [])))
    let turn = 0
    killing = setInterval(() => {
      if (!ready[1 - turn]) return // the one that stays must be at work: a boot may take longer than a turn
      turn = 1 - turn
      instances[turn]?.kill('SIGKILL')
      kills += 1
      start(turn)
    }, KILL_EACH_MS)
    const copies = count - 1 // the first was made by commands, just now: it is not due
    const until = Math.max(Date.now(), dueFrom + 60_000) + PATIENCE_MS
    let written = 0
    while (written < copies && Date.now() < until) {
      await sleep(1_000)
      const { rows } = await rig.shell.pool.query<{ n: number }>(
        "select count(*)::int as n from escalation where level = 2 and clock = 'stage'",
      )
      written = rows[0]?.n ?? 0
    }
    await sleep(2_000)
    const { rows } = await rig.shell.pool.query<{
      rungs: number
      cases: number
      late: number
      doubled: number
    }>(SUM)
    const [sum] = rows
    clearInterval(killing)
    const told = await digestsOf(rig.shell.pool)
    return [
      { figure: `cases due within one minute, two instances, ${kills} kills`, value: copies, unit: '' },
      {
        figure: 'escalations of E2 missing',
        value: copies - (sum?.cases ?? 0),
        unit: '',
        target: { of: 'value', most: 0 },
      },
      {
        figure: 'escalations of E2 written twice',
        value: (sum?.rungs ?? 0) - (sum?.cases ?? 0),
        unit: '',
        target: { of: 'value', most: 0 },
      },
      {
        figure: 'marks made twice at one level of one case',
        value: sum?.doubled ?? 0,
        unit: '',
        target: { of: 'value', most: 0 },
      },
      {
        figure: 'latest escalation after its due moment',
        value: sum?.late ?? Infinity,
        unit: 's',
        target: { of: 'value', most: MOST_LATE_S },
      },
      { figure: 'digests that told the supervisor of all of them', value: told.digests, unit: '' },
      {
        figure: 'lines that no digest took',
        value: told.waiting,
        unit: '',
        target: { of: 'value', most: 0 },
      },
      {
        figure: 'lines told twice or not at all',
        value: Math.abs(told.lines - told.told),
        unit: '',
        target: { of: 'value', most: 0 },
      },
    ]
  } finally {
    clearInterval(killing)
    for (const one of instances) one?.kill('SIGKILL')
    await rig.close()
  }
}

/** Half and four fifths of their time were told before: what falls due in this minute is the whole of it. */
async function alreadyTold(pool: Pool): Promise<void> {
  await pool.query(
    `insert into escalation (case_id, clock, level, episode, queue_id, stage, office, due_at, at)
     select case_id, 'stage', level, $1, queue_id, 'FORWARDED', '', now(), now() from case_clock, unnest(array[0, 1]) level`,
    [SECOND_STAY],
  )
}
/** First with the negeri, then waiting for the Dinas. */
const SECOND_STAY = 1

type Told = {
  readonly digests: number
  readonly lines: number
  readonly told: number
  readonly waiting: number
}

/** What the supervisor was told, once the last line has found its digest: a minute is gathered. */
async function digestsOf(pool: Pool): Promise<Told> {
  for (const until = Date.now() + DIGEST_PATIENCE_MS; ;) {
    const { rows } = await pool.query<Told>(
      `select (select count(*)::int from digest) as digests, count(*)::int as lines, count(*) filter (where digest_id is null)::int as waiting,
         (select coalesce(sum((c->>'n')::int), 0)::int from digest, jsonb_array_elements(content->'counts') c) as told from digest_line`,
    )
    const [now] = rows
    if (now && (now.waiting === 0 || Date.now() > until)) return now
    await sleep(1_000)
  }
}

const SUM = `
select count(*)::int as rungs, count(distinct case_id)::int as cases, coalesce(max(extract(epoch from at - due_at)), 0)::float8 as late,
  (select coalesce(sum(n - 1), 0)::int from (select count(*) as n from command_receipt r join case_event e on e.case_id = r.case_id and e.version = r.version
     where e.type = 'Escalated' group by r.command_id) d) as doubled
from escalation where level = 2 and clock = 'stage'`

async function supervisor(
  pool: { query(text: string, values: unknown[]): Promise<unknown> },
  regency: string,
) {
  await pool.query(
    "insert into person (id, username, name, password_hash, role, areas, services) values (gen_random_uuid(), 'bench', 'Bench', '', 'SUPERVISOR', $1, '{}')",
    [[regency]],
  )
}
