import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'
import type { Pool, Rig } from './rig.ts'
import { lanes, Office, openRig, percentile } from './rig.ts'

const CLIENTS = 32

/** `npm run bench write`: mixed commands from 32 clients, against the bare SQL of a gapless append. */
export async function measure({ quick, rounds }: Options): Promise<readonly Figure[]> {
  const ms = quick ? 1500 : 6000
  const rig = await openRig(CLIENTS)
  try {
    const regencies = Array.from(
      { length: 100 },
      (_, n) => `${10 + Math.floor(n / 50)}.${String((n % 50) + 1).padStart(2, '0')}`,
    )
    const offices = await Office.openAll(rig.shell, regencies)
    await makeBareCases(rig.shell.pool, regencies)
    const found: { [name: string]: number[] } = { one: [], oneLimit: [], many: [], manyLimit: [] }
    await commands(rig, offices, ms / 3, 300) // warm up
    for (let round = 0; round < rounds; round += 1) {
      found['oneLimit']?.push(await bareAppend(rig.shell.pool, regencies, ms, 1))
      found['one']?.push(await commands(rig, offices, ms, 1))
      found['manyLimit']?.push(await bareAppend(rig.shell.pool, regencies, ms, 300))
      found['many']?.push(await commands(rig, offices, ms, 300))
    }
    const at = (name: string): number => median(found[name] ?? [])
    const times = await atRate(rig, offices, 100, quick ? 3000 : 15_000)
    const checked = await whole(rig)
    return [
      {
        figure: 'commands in one queue',
        value: at('one'),
        unit: '/s',
        limit: at('oneLimit'),
        target: { of: 'ratio', least: 0.4 },
      },
      {
        figure: 'commands in 300 queues',
        value: at('many'),
        unit: '/s',
        limit: at('manyLimit'),
        target: { of: 'ratio', least: 0.5 },
      },
      {
        figure: '300 queues over one queue (no lock shared by all)',
        value: at('many') / at('one'),
        unit: '×',
        target: { of: 'value', least: 1 },
      },
      {
        figure: 'server time at 100/s, p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        target: { of: 'value', most: 50 },
      },
      {
        figure: 'server time at 100/s, p99',
        value: percentile(times, 0.99),
        unit: 'ms',
        target: { of: 'value', most: 150 },
      },
      { figure: 'numbers missing in the queues', value: checked, unit: '', target: { of: 'value', most: 0 } },
    ]
  } finally {
    await rig.close()
  }
}

/** Lives of cases, one command after the other in each lane; every command must be accepted. */
async function commands(rig: Rig, offices: readonly Office[], ms: number, queues: 1 | 300): Promise<number> {
  const open = new Map<number, ReturnType<Office['life']>>()
  const { perSecond } = await lanes(CLIENTS, ms, async (lane) => {
    const office = offices[queues === 1 ? 0 : Math.floor(Math.random() * offices.length)] ?? offices[0]
    if (!office) return 0
    const life = open.get(lane) ?? office.life(queues === 1 || Math.random() < 0.5 ? 'KK' : 'AKTA_KELAHIRAN')
    open.set(lane, life)
    const { value, done } = await life.next()
    if (done) {
      open.delete(lane)
      return 0
    }
    const answer = await office.run(value.actor, value.caseId, value.command)
    if (!answer.ok) throw new Error(`${value.command.type}: ${JSON.stringify(answer.refusal)}`)
    return 1
  })
  return perSecond
}

/** So many commands a second, whatever the answers take: how long each took from its moment on. */
async function atRate(
  rig: Rig,
  offices: readonly Office[],
  perSecond: number,
  ms: number,
): Promise<readonly number[]> {
  const times: number[] = []
  const running: Promise<void>[] = []
  const idle = Array.from({ length: 64 }, (_, n) => offices[n % offices.length]?.life('KK')).filter(
    (life) => life !== undefined,
  )
  const started = performance.now()
  for (let n = 0; n * (1000 / perSecond) < ms; n += 1) {
    await sleep(Math.max(0, started + n * (1000 / perSecond) - performance.now()))
    const life = idle.shift() ?? offices[n % offices.length]?.life('KK')
    if (!life) continue
    running.push(
      life.next().then(async ({ value, done }) => {
        if (done) return
        const begun = performance.now()
        await new Office(rig.shell, value.actor.id.split('@')[1] ?? '').run(
          value.actor,
          value.caseId,
          value.command,
        )
        times.push(performance.now() - begun)
        idle.push(life)
      }),
    )
  }
  await Promise.all(running)
  return times
}

const BARE = `
  with q as (update queue set seq = seq + 1 where id = $1 returning seq),
  e as (
    insert into case_event (case_id, version, queue_id, queue_seq, type, at, by_id, by_role, to_stage, sealed)
    select $2, $3, $1, q.seq, 'NoteWritten', now(), 'x', 'OPERATOR', 'DRAFT', $4 from q
  )
  update case_file set queue_seq = q.seq, version = $3, changed_at = now(), sealed = $5 from q where case_file.id = $2`

type Bare = { id: string; queue: string; version: number }
let bare: readonly Bare[] = []

async function makeBareCases(pool: Pool, regencies: readonly string[]): Promise<void> {
  const queues = regencies.flatMap((regency) =>
    ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'].map((service) => `${regency}/${service}_BARE`),
  )
  bare = queues.flatMap((queue, n) =>
    Array.from({ length: n === 0 ? CLIENTS : 1 }, () => ({ id: randomUUID(), queue, version: 0 })),
  )
  await pool.query('insert into queue (id) select unnest($1::text[]) on conflict do nothing', [queues])
  await pool.query(
    `insert into case_file (id, queue_id, queue_seq, version, service, kind, negeri, stage, open, submitted, applicant, owner_id, created_at, stage_at, changed_at, changed_by, sealed)
     select c.id, c.queue, -c.n, 0, 'KK', 'KK_LOST', '10.01.01.2001', 'DRAFT', true, false, 'A', 'x', now(), now(), now(), 'x', ''
     from unnest($1::uuid[], $2::text[]) with ordinality as c (id, queue, n)`,
    [bare.map((one) => one.id), bare.map((one) => one.queue)],
  )
}

/** The least that appends a change to a numbered queue: one statement, one event, one case, bytes as ours. */
async function bareAppend(
  pool: Pool,
  regencies: readonly string[],
  ms: number,
  queues: 1 | 300,
): Promise<number> {
  const [event, state] = [randomBytes(400), randomBytes(3500)]
  const own = (lane: number): readonly Bare[] => {
    const mine =
      queues === 1 ? bare.slice(lane, lane + 1) : bare.slice(CLIENTS).filter((_, n) => n % CLIENTS === lane)
    return mine
  }
  const { perSecond } = await lanes(CLIENTS, ms, async (lane) => {
    const cases = own(lane)
    const one = cases[Math.floor(Math.random() * cases.length)]
    if (!one) return 0
    one.version += 1
    await pool.query({
      name: 'bare-append',
      text: BARE,
      values: [one.queue, one.id, one.version, event, state],
    })
    return 1
  })
  void regencies
  return perSecond
}

/** Every queue's numbers once, without a gap: what must hold however fast it was. */
async function whole({ shell }: Rig): Promise<number> {
  const { rows } = await shell.pool.query<{ missing: number }>(
    `select coalesce(sum(q.seq - e.n), 0)::int as missing from queue q
     join (select queue_id, count(distinct queue_seq) as n from case_event group by 1) e on e.queue_id = q.id`,
  )
  return rows[0]?.missing ?? NaN
}
