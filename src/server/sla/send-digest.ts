import type pg from 'pg'
import type { Stage } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { DigestItem } from '#domain/sla/digest-content.ts'
import { digestOf } from '#domain/sla/digest-content.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { closingAfter, dayOf } from '#domain/sla/working-time.ts'
import type { Config } from '#server/config.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { reachOf } from '#server/notice/choices-of.ts'
import { tellNoticeNews } from '#server/notice/notice-news.ts'
import { writeDeliveries } from '#server/notice/write-deliveries.ts'
import { clockworkInForce } from './clockwork-in-force.ts'
import type { DueDigest } from './digest-lines.ts'
import { isDaily } from './is-daily.ts'

const RECOVERY_DAYS = 2

type DigestShell = { readonly pool: pg.Pool; readonly config: Pick<Config, 'mail'> }

/**
 * Tells one person of everything that waits for them, in one message: lines are taken by lock, and message and lines
 * are one transaction. A second run finds nothing to tell. `id` is the job's, so that a repeated job is one message.
 */
export async function sendDigest(
  shell: DigestShell,
  id: string,
  { personId, pace }: Pick<DueDigest, 'personId' | 'pace'>,
  now: Instant,
): Promise<number> {
  const told = await inTransaction(shell.pool, async (db) => {
    const { rows } = await db.query<Line>(LINES, [personId, pace === 'daily'])
    if (rows.length === 0) return 0
    const { rows: people } = await db.query<{ role: string; areas: string[] }>(
      'select role, areas from person where id::text = $1',
      [personId],
    )
    const { role, areas } = people[0] ?? { role: '', areas: [] }
    const apologises = role === 'CITIZEN' || role === 'NEGERI_OFFICER'
    const clockwork = await clockworkInForce(shell.pool)
    const content = digestOf(
      rows.map((row) => ({
        ...itemOf(row),
        ...(apologises && row.clock === 'promise' ? { newDueAt: newDateOf(row, clockwork, now) } : {}),
      })),
      role !== 'LEADERSHIP',
    )
    const { rowCount } = await db.query(
      'insert into digest (id, person_id, content, at) values ($1, $2, $3, $4) on conflict do nothing',
      [id, personId, JSON.stringify(content), new Date(now)],
    )
    if (rowCount === 0) return 0
    await db.query(
      `update digest_line l set digest_id = $1 from unnest($3::uuid[], $4::text[], $5::int[], $6::int[]) as n (case_id, clock, level, episode)
       where l.person_id = $2 and l.case_id = n.case_id and l.clock = n.clock and l.level = n.level and l.episode = n.episode`,
      [
        id,
        personId,
        rows.map((row) => row.case_id),
        rows.map((row) => row.clock),
        rows.map((row) => row.level),
        rows.map((row) => row.episode),
      ],
    )
    await writeDeliveries(
      shell.pool,
      db,
      [{ personId, role, areas, topic: 'risk', caseId: null, noticeKey: null, digestId: id }],
      await reachOf(db, [personId]),
      { clockwork, now, mail: shell.config.mail !== undefined },
    )
    return rows.length
  })
  if (told > 0) tellNoticeNews(shell.pool, [personId])
  return told
}

type Line = {
  readonly case_id: string
  readonly clock: string
  readonly level: number
  readonly episode: number
  readonly number: string | null
  readonly service: ServiceId
  readonly stage: Stage
  readonly negeri: string
  readonly due_at: number
}

const LINES = `
select l.case_id, l.clock, l.level, l.episode, f.number, f.service, f.stage, f.negeri,
  (extract(epoch from coalesce(e.due_at, l.at)) * 1000)::float8 as due_at
from digest_line l
join case_file f on f.id = l.case_id
left join escalation e on e.case_id = l.case_id and e.clock = l.clock and e.level = l.level and e.episode = l.episode
where l.person_id = $1 and l.digest_id is null and ${isDaily('l')} = $2
for update of l skip locked`

/** Two working days more, counted from today: the applicant's side is told a date that can still be kept. */
function newDateOf({ negeri }: Line, clockwork: Clockwork, now: Instant): Instant {
  return closingAfter(clockwork.calendarOf(regencyOf(negeri)), dayOf(now), RECOVERY_DAYS)
}

function itemOf(row: Line): DigestItem {
  const { case_id: caseId, number, service, stage, negeri, clock, level, due_at: dueAt } = row
  return { caseId, number, service, stage, negeri, clock, level, dueAt }
}
