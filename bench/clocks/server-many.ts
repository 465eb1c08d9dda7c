import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { loadCase } from '#server/case/load-case.ts'
import { openCase, sealCase } from '#server/case/sealed.ts'
import type { Office } from '../rig.ts'
import type { Rig } from '../rig.ts'

/**
 * Many open cases that wait for the Dinas, in their stage since `stageAt`: one is made by commands, the others are
 * copies of it under ids and numbers of their own, sealed each for itself, so that commands on them are real ones.
 */
export async function manyWaiting(
  rig: Rig,
  office: Office,
  count: number,
  stageAt: (n: number) => number,
): Promise<readonly string[]> {
  let first = ''
  for await (const step of office.life('KK')) {
    const answer = await office.run(step.actor, step.caseId, step.command)
    if (!answer.ok) throw new Error(`${step.command.type}: ${answer.refusal.why}`)
    first = step.caseId
    if (step.command.type === 'forward') break
  }
  const file = await loadCase(rig.shell, first)
  if (!file) throw new Error('the first case is not there')
  const ids = [first]
  const { rows } = await rig.shell.pool.query<{ queue_id: string }>(
    'select queue_id from case_file where id = $1',
    [first],
  )
  const queue = rows[0]?.queue_id ?? ''
  for (let from = 1; from < count; from += PORTION) {
    const portion = Array.from({ length: Math.min(PORTION, count - from) }, (_, at) => {
      const id = randomUUID()
      const moment = stageAt(from + at)
      const copy = {
        ...file,
        id,
        number: `KK-26-9${from + at}`,
        stageAt: moment,
        path: movedTo(file.path, moment),
      }
      return {
        id,
        number: copy.number,
        sealed: sealCase(rig.shell.sealer, copy),
        history: clockHistoryOf(copy),
        moment,
      }
    })
    await write(rig.shell.pool, queue, first, portion)
    ids.push(...portion.map(({ id }) => id))
  }
  openCase(rig.shell.sealer, ids.at(-1) ?? '', await sealedOf(rig.shell.pool, ids.at(-1) ?? ''))
  await rig.shell.pool.query('vacuum analyze case_file, case_clock').catch(() => undefined)
  return ids
}

const PORTION = 2_000
type Copy = {
  readonly id: string
  readonly number: string
  readonly sealed: Buffer
  readonly history: ReturnType<typeof clockHistoryOf>
  readonly moment: number
}

function movedTo<Visit extends { readonly at: number }>(
  path: readonly Visit[],
  moment: number,
): readonly Visit[] {
  const last = path.at(-1)?.at ?? moment
  return path.map((visit) => ({ ...visit, at: visit.at - last + moment }))
}

async function write(pool: pg.Pool, queue: string, first: string, copies: readonly Copy[]): Promise<void> {
  await pool.query(
    `with q as (update queue set seq = seq + $3 where id = $1 returning seq - $3 as before)
     insert into case_file (id, queue_id, queue_seq, version, service, kind, negeri, stage, open, submitted, number, applicant, owner_id,
       created_at, submitted_at, stage_at, changed_at, changed_by, birth_late, flags, return_count, escalation, clock, sealed)
     select n.id, c.queue_id, q.before + n.place, c.version, c.service, c.kind, c.negeri, c.stage, true, true, n.number, c.applicant, c.owner_id,
       c.created_at, c.submitted_at, to_timestamp(n.moment / 1000.0), c.changed_at, c.changed_by, c.birth_late, c.flags, c.return_count, 0, c.clock, n.sealed
     from q, case_file c, unnest($4::uuid[], $5::text[], $6::bytea[], $7::float8[]) with ordinality as n (id, number, sealed, moment, place)
     where c.id = $2`,
    [
      queue,
      first,
      copies.length,
      copies.map(({ id }) => id),
      copies.map(({ number }) => number),
      copies.map(({ sealed }) => sealed),
      copies.map(({ moment }) => moment),
    ],
  )
  // Behind the rules on purpose: counting again gives each of them its clocks.
  await pool.query(
    `insert into case_clock (case_id, queue_id, open, history, rules_version) select n.id, $1, true, n.history, 0
     from unnest($2::uuid[], $3::jsonb[]) as n (id, history)`,
    [queue, copies.map(({ id }) => id), copies.map(({ history }) => JSON.stringify(history))],
  )
}

async function sealedOf(pool: pg.Pool, id: string): Promise<Buffer> {
  const { rows } = await pool.query<{ sealed: Buffer }>('select sealed from case_file where id = $1', [id])
  if (!rows[0]) throw new Error('a copy is not there')
  return rows[0].sealed
}
