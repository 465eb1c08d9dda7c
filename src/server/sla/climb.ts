import type pg from 'pg'
import { systemActor } from '#domain/access/system-actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { leaseOf } from '#domain/case/lease.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { officeOf } from '#domain/sla/clockwork.ts'
import type { Rung, RungTime } from '#domain/sla/ladder.ts'
import { rungTimesOf, tellAt } from '#domain/sla/ladder.ts'
import { piecesOf } from '#domain/sla/pieces.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { toldOfRung } from '#domain/sla/told-of-rung.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { runCommandsIn } from '#server/case/run-commands.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { askFor } from '#server/jobs/boss.ts'
import { FIRST_WHOLE, timedOf } from './case-clock.ts'
import { commandIdOf } from './command-id-of.ts'
import type { DueLine } from './digest-lines.ts'
import { writeLines } from './digest-lines.ts'
import { peopleAtWork } from './people-at-work.ts'

/** Whoever works in a queue waits for one batch at most, and a kill costs no more than one. */
const AT_ONCE = 40
const ORIGIN = { address: 'system', device: 'clocks' }

/** What one look did. */
export type Climbed = { readonly cases: number; readonly rungs: number }

/**
 * Writes every rung of the ladder that was reached by `now`, queue by queue, in batches that are whole or not at all:
 * the rung under its unique key, the mark on the case as a command of the house, the lines of the digests. Rungs whose
 * office is closed wait for its opening. Any number of instances may look at once.
 */
export async function climb(shell: WriterShell, now: Instant): Promise<Climbed> {
  const sum = { cases: 0, rungs: 0 }
  const { rows } = await shell.pool.query<{ queue_id: QueueId }>(
    'select distinct queue_id from case_clock where rung_at <= $1 order by queue_id',
    [new Date(now)],
  )
  for (const { queue_id: queue } of rows) {
    for (;;) {
      const batch = await climbIn(shell, queue, now)
      sum.cases += batch.cases
      sum.rungs += batch.rungs
      if (batch.cases > 0) shell.feed.wake(queue)
      if (batch.cases < AT_ONCE) break
    }
  }
  return sum
}

type Waiting = {
  readonly case_id: string
  readonly history: ClockHistory
  readonly number: string | null
  readonly stage: Stage
  readonly owner_id: string
  readonly holder: QueueRow['holder']
  readonly escalation: number
  readonly version: number
}

async function climbIn(shell: WriterShell, queue: QueueId, now: Instant): Promise<Climbed> {
  const house = await houseFacts(shell.pool, shell.clock())
  return inTransaction(shell.pool, async (db) => {
    // The queue first, as every writer does; who finds it taken by another instance's batch comes again.
    const { rowCount } = await db.query('select 1 from queue where id = $1 for update', [queue])
    if (rowCount === 0) return { cases: 0, rungs: 0 }
    const { rows } = await db.query<Waiting>(WAITING, [queue, new Date(now), AT_ONCE])
    if (rows.length === 0) return { cases: 0, rungs: 0 }
    const looks = rows.map((row) => lookAt(row, house.clockwork, now))
    const climbed = await writeRungs(db, queue, looks, now)
    const commands = looks.flatMap((look) => {
      const top = Math.max(
        ...look.due.filter((rung) => climbed.has(keyOf(look, rung))).map(({ rung }) => rung),
      )
      if (!Number.isFinite(top) || top + 1 <= look.row.escalation) return []
      return [
        {
          actor: systemActor(regencyOf(look.row.history.negeri)),
          at: now,
          origin: ORIGIN,
          envelope: {
            commandId: commandIdOf(`escalate/${look.row.case_id}/${top}/${episodeOf(look, top as Rung)}`),
            caseId: look.row.case_id,
            seenVersion: look.row.version,
            command: { type: 'escalate' as const, level: top + 1 },
          },
        },
      ]
    })
    await runCommandsIn(shell, db, commands, house)
    const people = await peopleAtWork(db)
    const lines = looks.flatMap((look) => linesOf(look, climbed, people))
    const digests = await writeLines(db, lines, house.clockwork, now)
    for (const [key, digest] of digests)
      await askFor(shell.pool, db, 'digest', { key, data: digest, after: new Date(digest.at) })
    await db.query(
      'update case_clock c set rung_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at) where c.case_id = n.id',
      [looks.map(({ row }) => row.case_id), looks.map(({ next }) => (next === null ? null : new Date(next)))],
    )
    return { cases: rows.length, rungs: climbed.size }
  })
}

const WAITING = `
select c.case_id, c.history, f.number, f.stage, f.owner_id, f.holder, f.escalation, f.version
from case_clock c join case_file f on f.id = c.case_id
where c.queue_id = $1 and c.rung_at <= $2 order by c.rung_at limit $3 for update of c`

type Look = {
  readonly row: Waiting
  readonly due: readonly RungTime[]
  readonly next: Instant | null
  readonly office: string
  readonly leg: number
  readonly round: number
}

/** Which rungs a case has reached and may be told of now, and when to look at it again. */
function lookAt(row: Waiting, clockwork: Clockwork, now: Instant): Look {
  const clock = rowClockOf(row.history, clockwork)
  const piece = piecesOf(row.history, clockwork, now + 1).at(-1)
  const office = officeOf(row.stage, row.history.negeri)
  const nothing = { row, due: [], next: null, office, leg: piece?.leg ?? 0, round: piece?.round ?? 0 }
  if (clock === null) return nothing
  const timed = timedOf(row.history, clock, row.stage)
  const held = leaseOf(row, now)
  // Nobody is warned that a case waits while someone has it in hand; when the hand lets go, it waits again.
  const times = rungTimesOf(timed, clockwork)
    .filter(({ rung }) => rung < FIRST_WHOLE || rung + 1 > row.escalation)
    .map((one) => (one.rung === 0 && held ? { ...one, at: Math.max(one.at, held.until) } : one))
    .map((one) => ({ ...one, tellAt: tellAt(timed, clockwork, Math.max(one.at, 0)) }))
  const openNow = tellAt(timed, clockwork, now) === now
  const due = openNow ? times.filter(({ at }) => at <= now) : []
  const later = times
    .filter((one) => !due.some(({ rung }) => rung === one.rung))
    .map((one) => Math.max(one.tellAt, one.at <= now ? tellAt(timed, clockwork, now) : one.tellAt))
  return { ...nothing, due, next: later.length === 0 ? null : Math.min(...later) }
}

const CLOCK: Record<Rung, 'stage' | 'promise' | 'law'> = {
  0: 'stage',
  1: 'stage',
  2: 'stage',
  3: 'promise',
  4: 'promise',
  5: 'law',
  6: 'law',
}
/** A stage's rungs belong to that stay in it, also over a return; those of the whole case to its round. */
const episodeOf = (look: Look, rung: Rung): number => (rung < FIRST_WHOLE ? look.leg : look.round)
const keyOf = (look: Look, { rung }: RungTime): string =>
  `${look.row.case_id}/${CLOCK[rung]}/${rung}/${episodeOf(look, rung)}`

/** Only who wrote the line has climbed the rung: a second look, here or elsewhere, writes nothing. */
async function writeRungs(
  db: pg.ClientBase,
  queue: QueueId,
  looks: readonly Look[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const all = looks.flatMap((look) => look.due.map((rung) => ({ look, ...rung })))
  if (all.length === 0) return new Set()
  const { rows } = await db.query<{ key: string }>(
    `insert into escalation (case_id, clock, level, episode, queue_id, stage, office, due_at, at)
     select n.id, n.clock, n.level, n.episode, $1, n.stage, n.office, n.due, $2
     from unnest($3::uuid[], $4::text[], $5::int[], $6::int[], $7::text[], $8::text[], $9::timestamptz[])
       as n (id, clock, level, episode, stage, office, due)
     on conflict do nothing returning case_id || '/' || clock || '/' || level || '/' || episode as key`,
    [
      queue,
      new Date(now),
      all.map(({ look }) => look.row.case_id),
      all.map(({ rung }) => CLOCK[rung]),
      all.map(({ rung }) => rung),
      all.map(({ look, rung }) => episodeOf(look, rung)),
      all.map(({ look }) => look.row.stage),
      all.map(({ look }) => look.office),
      all.map(({ at }) => new Date(at)),
    ],
  )
  return new Set(rows.map(({ key }) => key))
}

function linesOf(
  look: Look,
  climbed: ReadonlySet<string>,
  people: Awaited<ReturnType<typeof peopleAtWork>>,
): readonly DueLine[] {
  const { row } = look
  const { service, negeri } = row.history
  const about = { service, negeri, stage: row.stage, ownerId: row.owner_id, holder: row.holder }
  return look.due
    .filter((rung) => climbed.has(keyOf(look, rung)))
    .flatMap(({ rung }) =>
      toldOfRung(rung, about, people).map((person) => ({
        person,
        caseId: row.case_id,
        clock: CLOCK[rung],
        level: rung,
        episode: episodeOf(look, rung),
      })),
    )
}
