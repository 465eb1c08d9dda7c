import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { digestOf } from '#domain/sla/digest-content.ts'
import type { HouseState, SystemAlarm } from '#domain/sla/system-alarm.ts'
import { alarmKey, systemAlarms } from '#domain/sla/system-alarm.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { nextOpening } from '#domain/sla/working-time.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { tellNoticeNews } from '#server/notice/notice-news.ts'
import { freshClockwork } from './clockwork-in-force.ts'
import { commandIdOf } from './command-id-of.ts'
import { peopleAtWork } from './people-at-work.ts'

/** Who acts on them. */
const TOLD: readonly string[] = ['SUPERVISOR', 'HEAD']

/**
 * Looks for alarms of the whole house, kabupaten by kabupaten while its Dinas is open, and ends those that are over.
 * Under a unique key, so that an alarm that stands is one alarm for all instances; whoever wrote it has told the
 * supervisor and the head in the same transaction. Answers how many are new.
 */
export async function raiseAlarms({ pool }: { readonly pool: pg.Pool }, now: Instant): Promise<number> {
  const clockwork = await freshClockwork(pool)
  const states = await houseStates(pool, clockwork, now)
  let raised = 0
  for (const state of states) {
    if (nextOpening(clockwork.calendarOf(state.regency), now) !== now) continue
    const told = new Set<string>()
    raised += await inTransaction(pool, (db) => settle(db, state, now, told))
    tellNoticeNews(pool, told)
  }
  return raised
}

/** Alarms that stand or stood, the newest first, as SQL rows. */
export type AlarmRow = SystemAlarm & { readonly id: string; readonly endedAt: Instant | null }

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`
export const ALARM_COLUMNS = `id, kind, place, service, ${ms('since')} as since, late, open, ${ms('ended_at')} as "endedAt"`

/** Who was told is added to `told`, for their bells. */
async function settle(
  db: pg.ClientBase,
  state: HouseState,
  now: Instant,
  told: Set<string>,
): Promise<number> {
  const { rows: standing } = await db.query<AlarmRow>(
    `select ${ALARM_COLUMNS} from system_alarm where ended_at is null and left(place, 5) = $1 order by id for update`,
    [state.regency],
  )
  const found = systemAlarms(state, now, standing)
  const keys = new Set(found.map(alarmKey))
  const over = standing.filter((one) => !keys.has(alarmKey(one))).map(({ id }) => id)
  if (over.length > 0)
    await db.query('update system_alarm set ended_at = $2 where id = any($1::uuid[])', [over, new Date(now)])
  const known = new Map(standing.map((one) => [alarmKey(one), one]))
  let raised = 0
  for (const alarm of found) {
    const stood = known.get(alarmKey(alarm))
    if (stood) {
      if (stood.late !== alarm.late || stood.open !== alarm.open)
        await db.query('update system_alarm set late = $2, open = $3 where id = $1', [
          stood.id,
          alarm.late,
          alarm.open,
        ])
      continue
    }
    const id = randomUUID()
    const { rowCount } = await db.query(
      `insert into system_alarm (id, kind, place, service, since, at, late, open) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        id,
        alarm.kind,
        alarm.place,
        alarm.service,
        new Date(alarm.since),
        new Date(now),
        alarm.late,
        alarm.open,
      ],
    )
    if (rowCount === 0) continue
    raised += 1
    for (const person of await tell(db, id, alarm, now)) told.add(person)
  }
  return raised
}

/** One message to each whom it concerns, under an id made of alarm and person. */
async function tell(
  db: pg.ClientBase,
  id: string,
  alarm: SystemAlarm,
  now: Instant,
): Promise<readonly string[]> {
  const people = (await peopleAtWork(db)).filter(
    ({ role, areas, services }) =>
      TOLD.includes(role) &&
      areas.some((area) => contains(area, alarm.place)) &&
      (alarm.service === null || services.length === 0 || services.includes(alarm.service)),
  )
  await db.query(
    `insert into digest (id, person_id, content, at) select n.id, n.person, $3, $4 from unnest($1::uuid[], $2::text[]) as n (id, person) on conflict do nothing`,
    [
      people.map((person) => commandIdOf(`alarm/${id}/${person.id}`)),
      people.map((person) => person.id),
      JSON.stringify({ ...digestOf([], false), alarm }),
      new Date(now),
    ],
  )
  return people.map((person) => person.id)
}

/** Each kabupaten served here, with what its alarms are found from. */
async function houseStates(
  pool: pg.Pool,
  { rules }: Clockwork,
  now: Instant,
): Promise<readonly HouseState[]> {
  const [{ rows: queues }, people] = await Promise.all([
    pool.query<{ regency: RegionCode; service: ServiceId; open: number; late: number }>(
      `select left(q.id, 5) as regency, substr(q.id, 7) as service, count(c.case_id)::int as open,
         (count(*) filter (where c.promise_due_at <= $1))::int as late
       from queue q left join case_clock c on c.queue_id = q.id and c.open group by q.id order by q.id`,
      [new Date(now)],
    ),
    peopleAtWork(pool),
  ])
  return [...Map.groupBy(queues, ({ regency }) => regency)].map(([regency, own]) => ({
    regency,
    outages: rules.outages,
    queues: own,
    signers: people.filter(
      ({ role, areas }) => role === 'HEAD' && areas.some((area) => contains(area, regency)),
    ).length,
  }))
}
