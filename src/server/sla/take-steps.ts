import type pg from 'pg'
import { systemActor } from '#domain/access/system-actor.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { HOUR_MS } from '#domain/shared/milliseconds.ts'
import { contains, regencyOf } from '#domain/shared/region-tree.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { StepAhead } from '#domain/sla/steps-ahead.ts'
import { stepsAhead } from '#domain/sla/steps-ahead.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { runCommandsIn } from '#server/case/run-commands.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { askFor } from '#server/jobs/boss.ts'
import { commandIdOf } from './command-id-of.ts'
import type { DueLine } from './digest-lines.ts'
import { writeLines } from './digest-lines.ts'
import { peopleAtWork } from './people-at-work.ts'

const AT_ONCE = 50
const ORIGIN = { address: 'system', device: 'clocks' }
/** A lease is the holder's for a quarter of an hour; who has not come back after so long has gone home. */
export const LAPSED_MS = 4 * HOUR_MS

/**
 * Does what the house does by itself: reminds, ends what nobody repaired, sends on, closes, takes back leases. Each as
 * a command of the house under an id made of what it is for, in one transaction with the lines of a reminder; twice, by
 * two instances or after a kill, it is done once. A rule that says "not yet" is asked again when it says.
 */
export async function takeSteps(shell: WriterShell, now: Instant): Promise<number> {
  let done = 0
  const { rows } = await shell.pool.query<{ queue_id: QueueId }>(
    `select distinct queue_id from case_clock where step_at <= $1
     union select distinct queue_id from case_file where open and holder_id is not null and holder_until < $2 order by 1`,
    [new Date(now), new Date(now - LAPSED_MS)],
  )
  for (const { queue_id: queue } of rows) {
    for (;;) {
      const count = await stepIn(shell, queue, now)
      if (count > 0) shell.feed.wake(queue)
      done += count
      if (count < AT_ONCE) break
    }
  }
  return done
}

type Waiting = {
  readonly case_id: string
  readonly history: ClockHistory
  readonly owner_id: string
  readonly version: number
  readonly told: readonly number[]
}

async function stepIn(shell: WriterShell, queue: QueueId, now: Instant): Promise<number> {
  const house = await houseFacts(shell.pool, shell.clock())
  return inTransaction(shell.pool, async (db) => {
    await db.query('select 1 from queue where id = $1 for update', [queue])
    const { rows } = await db.query<Waiting>(WAITING, [queue, new Date(now), AT_ONCE])
    const looks = rows.map((row) => {
      const steps = stepsAhead(row.history, house.clockwork, house.settings)
      const open = steps.filter((step) => step.step !== 'remind' || !row.told.includes(step.day))
      const due = open.filter(({ at }) => at <= now)
      const later = open.filter(({ at }) => at > now).map(({ at }) => at)
      return { row, due, next: later.length === 0 ? null : Math.min(...later) }
    })
    const { rows: lapsed } = await db.query<{ id: string; version: number; until: Date; negeri: string }>(
      LAPSED,
      [queue, new Date(now - LAPSED_MS), AT_ONCE],
    )
    const acts = [
      ...looks.flatMap(({ row, due }) => latestOf(due).flatMap((step) => actOf(row, step))),
      ...lapsed.map(({ id, version, until, negeri }) => ({
        caseId: id,
        version,
        negeri,
        what: `release/${id}/${until.getTime()}`,
        command: { type: 'release' } as const,
      })),
    ]
    const { answers } = await runCommandsIn(
      shell,
      db,
      acts.map(({ caseId, version, negeri, what, command }) => ({
        actor: systemActor(regencyOf(negeri)),
        at: now,
        origin: ORIGIN,
        envelope: { commandId: commandIdOf(what), caseId, seenVersion: version, command },
      })),
      house,
    )
    const refusedUntil = new Map<string, Instant>()
    answers.forEach((answer, place) => {
      const act = acts[place]
      if (!answer.ok && answer.refusal.why === 'not-yet' && act)
        refusedUntil.set(act.caseId, answer.refusal.from)
    })
    const people = looks.some(({ due }) => due.some(isReminder)) ? await peopleAtWork(db) : []
    const lines = await reminders(db, queue, looks, people, now)
    const digests = await writeLines(db, lines, house.clockwork, now)
    for (const [key, digest] of digests)
      await askFor(shell.pool, db, 'digest', { key, data: digest, after: new Date(digest.at) })
    // A case that was moved has new clocks already, written with its command.
    await db.query(
      `update case_clock c set step_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at), case_file f
       where c.case_id = n.id and f.id = c.case_id and c.step_at <= $3`,
      [
        looks.map(({ row }) => row.case_id),
        looks.map(({ row, next }) => dateOf(earliest(next, refusedUntil.get(row.case_id)))),
        new Date(now),
      ],
    )
    return looks.length + lapsed.length
  })
}

const WAITING = `
select c.case_id, c.history, f.owner_id, f.version,
  array(select e.level from escalation e where e.case_id = c.case_id and e.clock = 'reminder' and e.episode = jsonb_array_length(c.history->'visits')) as told
from case_clock c join case_file f on f.id = c.case_id
where c.queue_id = $1 and c.step_at <= $2 order by c.step_at limit $3 for update of c`

const LAPSED = `
select id, version, holder_until as until, negeri from case_file
where queue_id = $1 and open and holder_id is not null and holder_until < $2 order by holder_until limit $3`

const isReminder = (step: StepAhead): step is Extract<StepAhead, { step: 'remind' }> => step.step === 'remind'

/** Of several missed reminders only the latest is told; what has expired is not reminded of. */
function latestOf(due: readonly StepAhead[]): readonly StepAhead[] {
  const expires = due.some(({ step }) => step === 'expire')
  const last = expires ? undefined : due.findLast(isReminder)
  return due.filter((step) => !isReminder(step) || step === last)
}

function actOf({ case_id: caseId, history, version }: Waiting, step: StepAhead) {
  if (step.step === 'remind') {
    const what = `remind/${caseId}/${history.visits.length}/${step.day}`
    return [
      { caseId, version, negeri: history.negeri, what, command: { type: 'remind', day: step.day } as const },
    ]
  }
  const commands: Record<typeof step.step, CaseCommand> = {
    expire: { type: 'expire' },
    confirm: { type: 'confirm' },
    autoForward: { type: 'autoForward', reason: 'Lewat waktu di negeri' },
  }
  const what = `${step.step}/${caseId}/${history.visits.length}`
  return [{ caseId, version, negeri: history.negeri, what, command: commands[step.step] }]
}

/** A reminder is a line for the applicant's side, under a key of its own. Of several missed ones only the latest is told. */
async function reminders(
  db: pg.ClientBase,
  queue: QueueId,
  looks: readonly { readonly row: Waiting; readonly due: readonly StepAhead[] }[],
  people: Awaited<ReturnType<typeof peopleAtWork>>,
  now: Instant,
): Promise<readonly DueLine[]> {
  const lines: DueLine[] = []
  for (const { row, due } of looks) {
    const missed = due.filter(isReminder)
    const last = missed.at(-1)
    if (!last || due.some(({ step }) => step === 'expire')) continue
    const { history, case_id: caseId, owner_id: ownerId } = row
    const episode = history.visits.length
    await db.query(
      `insert into escalation (case_id, clock, level, episode, queue_id, stage, office, due_at, at)
       select $1, 'reminder', n.day, $2, $3, $4, $5, n.at, $6 from unnest($7::int[], $8::timestamptz[]) as n (day, at) on conflict do nothing`,
      [
        caseId,
        episode,
        queue,
        history.visits.at(-1)?.stage ?? '',
        history.negeri,
        new Date(now),
        missed.map(({ day }) => day),
        missed.map(({ at }) => new Date(at)),
      ],
    )
    const near = people.filter(
      (one) =>
        one.id === ownerId ||
        (one.role === 'NEGERI_OFFICER' && one.areas.some((area) => contains(area, history.negeri))),
    )
    lines.push(...near.map((person) => ({ person, caseId, clock: 'reminder', level: last.day, episode })))
  }
  return lines
}

const dateOf = (at: Instant | null): Date | null => (at === null ? null : new Date(at))

function earliest(a: Instant | null, b: Instant | undefined): Instant | null {
  if (b === undefined) return a
  return a === null ? b : Math.min(a, b)
}
