import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Role } from '#domain/access/role.ts'
import type { Notice } from '#domain/case/notice.ts'
import { wants } from '#domain/notice/choices.ts'
import { topicOf } from '#domain/notice/topic.ts'
import { contains } from '#domain/shared/region-tree.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import type { Desk } from '#server/sla/people-at-work.ts'
import { peopleFor } from '#server/sla/people-at-work.ts'
import { reachOf } from './choices-of.ts'
import { tellNoticeNews } from './notice-news.ts'
import { follow, watchersOf } from './watchers.ts'
import { writeDeliveries } from './write-deliveries.ts'

const AT_ONCE = 500
/** What is told later than this after it happened is history: it stands in the list, and nobody is woken for it. */
const HISTORY_MS = 3 * DAY_MS

export type TellShell = Pick<Shell, 'pool' | 'clock' | 'sealer' | 'config'>
type Person = Actor & { readonly role: Role }

/**
 * Turns what commands left in the outbox into what people are told, each exactly once: rows are taken by lock, a notice
 * has the key of its event and its person, and everything of a batch is one transaction. Who may not open the case by
 * now is told nothing, and follows it no longer.
 */
export async function tellNotices(shell: TellShell): Promise<number> {
  for (let told = 0; ;) {
    const batch = await inTransaction(shell.pool, (db) => tellSome(shell, db))
    tellNoticeNews(shell.pool, batch.people)
    told += batch.count
    if (batch.count < AT_ONCE) return told
  }
}

type Due = {
  readonly key: string
  readonly case_id: string
  readonly payload: Partial<Notice> & Pick<Notice, 'kind' | 'to'>
  readonly at: Date
}
type Seen = {
  readonly id: string
  readonly service: ServiceId
  readonly negeri: string
  readonly submitted: boolean
  readonly owner_id: string
}

async function tellSome(
  shell: TellShell,
  db: pg.PoolClient,
): Promise<{ readonly count: number; readonly people: readonly string[] }> {
  const { rows: due } = await db.query<Due>(
    `select key, case_id, payload, at from effect where done_at is null and kind in ('notice', 'watch')
     order by at, key limit $1 for update skip locked`,
    [AT_ONCE],
  )
  if (due.length === 0) return { count: 0, people: [] }
  const caseIds = [...new Set(due.map(({ case_id: id }) => id))]
  const { rows: cases } = await db.query<Seen>(
    'select id, service, negeri, submitted, owner_id from case_file where id = any($1::uuid[])',
    [caseIds],
  )
  const seen = new Map(cases.map((one) => [one.id, one]))
  const watched = due.filter(({ payload }) => 'watchers' in payload.to).map(({ case_id: id }) => id)
  const watchers = await watchersOf(db, shell.sealer, [...new Set(watched)])
  const desks = new Map(due.flatMap(({ payload }) => deskOf(payload.to)).map((desk) => [placeOf(desk), desk]))
  const named = due.flatMap(({ payload: { to } }) => ('watchers' in to ? [] : (to.personId ?? [])))
  const people = await peopleFor(db, {
    ids: [...named, ...[...watchers.values()].flat()],
    desks: [...desks.values()],
  })
  const byId = new Map(people.map((one) => [one.id, one]))
  // Five hundred effects are of a few desks: who sits at one is found once.
  const atDesk = new Map(
    [...desks].map(([place, { role, region }]) => [
      place,
      people.filter((one) => one.role === role && one.areas.some((area) => meets(area, region))),
    ]),
  )
  const lines = new Map<string, Line>()
  for (const one of due) {
    const item = seen.get(one.case_id)
    if (item === undefined) continue
    for (const person of audience(one, item)) {
      const line = { ...lineOf(one), person }
      const key = keyOf(line)
      if (!lines.has(key)) lines.set(key, line)
    }
  }
  await endWatching(db, shell, watchers, seen, byId)
  const told = await writeNotices(shell, db, [...lines.values()])
  await db.query('update effect set done_at = $2 where key = any($1)', [
    due.map(({ key }) => key),
    new Date(shell.clock()),
  ])
  return { count: due.length, people: told }

  /** Those who may open the case now, of those it is meant for. */
  function audience({ payload: { to, by, called }, case_id: id }: Due, item: Seen): readonly Person[] {
    const meant =
      'watchers' in to
        ? (watchers.get(id) ?? []).flatMap((one) => byId.get(one) ?? [])
        : to.personId !== undefined
          ? [byId.get(to.personId)].filter((one) => one !== undefined)
          : deskOf(to).flatMap((desk) => atDesk.get(placeOf(desk)) ?? [])
    return meant
      .filter((person) => person.id !== by?.id && maySee(person, visible(item)))
      .filter(({ role }) => role !== 'CITIZEN' || !called) // applicants read no work of the desks
  }

  function lineOf({ key, payload, case_id: caseId, at }: Due): Omit<Line, 'person'> {
    // `notice/<case>/<version>/…`
    const event = key.split('/').slice(1, 3).join('/')
    const topic = payload.topic ?? topicOf(payload.kind)
    return {
      event,
      caseId,
      at: at.getTime(),
      kind: payload.kind,
      topic,
      place: payload.place ?? null,
      by: payload.by,
    }
  }
}

type Line = {
  readonly event: string
  readonly caseId: string
  readonly at: number
  readonly person: Person
} & Pick<Notice, 'kind' | 'topic' | 'place'> & { readonly by: Notice['by'] | undefined }

/** One event, one person, one notice. */
const keyOf = ({ event, person }: Line): string => `${event}/${person.id}`
const deskOf = (to: Due['payload']['to']): readonly Desk[] =>
  'watchers' in to || to.personId !== undefined ? [] : [to]
const placeOf = ({ role, region }: Desk): string => `${role} ${region}`
const meets = (area: string, region: string): boolean => contains(area, region) || contains(region, area)
const visible = ({ service, negeri, submitted, owner_id: ownerId }: Seen) => ({
  service,
  negeri,
  submitted,
  ownerId,
})

/** Following a case ends by itself when the right to open it does. */
async function endWatching(
  db: pg.PoolClient,
  { sealer, clock }: TellShell,
  watchers: ReadonlyMap<string, readonly string[]>,
  cases: ReadonlyMap<string, Seen>,
  people: ReadonlyMap<string, Person>,
): Promise<void> {
  for (const [caseId, ids] of watchers)
    for (const personId of ids) {
      const [item, person] = [cases.get(caseId), people.get(personId)]
      if (item && person && maySee(person, visible(item))) continue
      await follow(db, sealer, { caseId, personId, on: false, at: new Date(clock()) })
    }
}

async function writeNotices(
  { pool, clock, config }: TellShell,
  db: pg.PoolClient,
  lines: readonly Line[],
): Promise<readonly string[]> {
  if (lines.length === 0) return []
  const now = clock()
  const reach = await reachOf(
    db,
    lines.map(({ person }) => person.id),
  )
  const history = ({ at }: Line): boolean => at < now - HISTORY_MS
  const { rows } = await db.query<{ key: string }>(
    `insert into notice (key, case_id, person_id, kind, at, read_at, topic, place, by_id, by_name, in_app)
     select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[],
       $8::text[], $9::text[], $10::text[], $11::bool[])
     on conflict (key) do nothing returning key`,
    [
      lines.map(keyOf),
      lines.map(({ caseId }) => caseId),
      lines.map(({ person }) => person.id),
      lines.map(({ kind }) => kind),
      lines.map(({ at }) => new Date(at)),
      lines.map((line) => (history(line) ? new Date(line.at) : null)),
      lines.map(({ topic }) => topic),
      lines.map(({ place }) => place),
      lines.map(({ by }) => by?.id ?? null),
      lines.map(({ by }) => by?.name ?? null),
      lines.map(({ person, topic }) => wants(reach.of(person.id).choices, topic, 'app')),
    ],
  )
  const fresh = new Set(rows.map(({ key }) => key))
  const told = lines.filter((line) => fresh.has(keyOf(line)))
  await writeDeliveries(
    pool,
    db,
    told
      .filter((line) => !history(line))
      .map((line) => ({
        personId: line.person.id,
        role: line.person.role,
        areas: line.person.areas,
        topic: line.topic,
        caseId: line.caseId,
        noticeKey: keyOf(line),
        digestId: null,
      })),
    reach,
    { clockwork: await clockworkInForce(pool), now, mail: config.mail !== undefined },
  )
  return told.map(({ person }) => person.id)
}
