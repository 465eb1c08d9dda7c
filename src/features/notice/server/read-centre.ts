import type { Actor } from '#domain/access/actor.ts'
import type { CaseEvent } from '#domain/case/case-event.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { NoticePlace } from '#domain/notice/place.ts'
import type { Topic } from '#domain/notice/topic.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { DigestContent } from '#domain/sla/digest-content.ts'
import { seenOf } from '#domain/sla/digest-content.ts'
import type { Queryable } from '#server/case/rows.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import { DIGEST_SEEN_BY_PERSON, SEEN_BY_PERSON } from '#server/notice/seen-by.ts'
import { unreadOf } from '#server/notice/unread.ts'
import type { Shell } from '#server/shell.ts'

/** What happened at one place of a case, however often. */
export type NoticeLine = {
  readonly topic: Topic
  readonly kind: CaseEvent['type']
  readonly place: NoticePlace | null
  /** Who did it last; never told to an applicant. */
  readonly by: string | null
  readonly n: number
  readonly at: Instant
  readonly unread: boolean
}
export type CaseEntry = {
  readonly is: 'case'
  readonly id: string
  readonly number: string | null
  readonly service: ServiceId
  readonly stage: Stage
  readonly negeri: string
  readonly at: Instant
  readonly unread: boolean
  readonly lines: readonly NoticeLine[]
}
export type DigestEntry = {
  readonly is: 'digest'
  readonly id: string
  readonly at: Instant
  readonly unread: boolean
  readonly content: DigestContent
}
export type NoticeEntry = CaseEntry | DigestEntry
export type Centre = {
  /** Of everything, whatever the filter. */
  readonly unread: number
  readonly entries: readonly NoticeEntry[]
  /** Behind which entry the next page begins; null: this is all. */
  readonly next: CentreMark | null
  readonly places: { readonly [code: string]: string }
}
/** One entry's place in the list. The moment alone names none: many cases are acted on in one. */
export type CentreMark = { readonly at: Instant; readonly id: string }
export type CentreAsk = {
  readonly only: 'unread' | Topic | null
  readonly before: CentreMark | null
}

const PAGE = 40
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** One list of everything a person was told, newest first: grouped by case, and digests of the clocks among them. */
export function readCentre(shell: Shell, actor: Actor, ask: CentreAsk): Promise<Centre> {
  return readAs(shell.pool, sightOf(actor), async (db) => {
    const cases = ask.only === 'risk' ? [] : await readCases(db, actor, ask)
    const digests =
      ask.only === null || ask.only === 'unread' || ask.only === 'risk'
        ? await readDigests(db, actor, ask)
        : []
    // The order of the rows: ids are small letters, and their text is ordered as they are.
    const all = [...cases, ...digests].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    const entries = all.slice(0, PAGE)
    const unread = (await unreadOf(db, [actor.id])).get(actor.id) ?? 0
    const last = all.length > PAGE ? entries.at(-1) : undefined
    const next = last === undefined ? null : { at: last.at, id: last.id }
    return { unread, entries, next, places: await placesIn(db, entries) }
  })
}

async function readCases(
  db: Queryable,
  actor: Actor,
  { only, before }: CentreAsk,
): Promise<readonly CaseEntry[]> {
  const topic = only === null || only === 'unread' ? null : only
  const { rows } = await db.query<Omit<CaseEntry, 'is'>>(CASES, [
    actor.id,
    topic,
    only === 'unread',
    before === null ? null : new Date(before.at),
    before?.id ?? null,
    PAGE + 1,
  ])
  const applicant = actor.role === 'CITIZEN'
  return rows.map((row) => ({
    ...row,
    is: 'case',
    lines: applicant ? row.lines.map((line) => ({ ...line, by: null })) : row.lines,
  }))
}

// Rights as they are now: what may no longer be opened is not in the list, nor in its number.
const CASES = `
with mine as (
  select n.*, c.number, c.service, c.stage, c.negeri
  from notice n join person p on p.id::text = n.person_id join case_file c on c.id = n.case_id
  where n.person_id = $1 and n.in_app and ${SEEN_BY_PERSON} and ($2::text is null or n.topic = $2)
), entries as (
  select case_id, number, service, stage, negeri, max(at) as at, bool_or(read_at is null) as unread
  from mine group by case_id, number, service, stage, negeri
  having (not $3 or bool_or(read_at is null)) and ($4::timestamptz is null or (max(at), case_id) < ($4, $5::uuid))
  order by max(at) desc, case_id desc limit $6
), lines as (
  select m.case_id, m.topic, m.kind, m.place, (array_agg(m.by_name order by m.at desc))[1] as by, count(*)::int as n,
    ${ms('max(m.at)')} as at, bool_or(m.read_at is null) as unread
  from mine m join entries using (case_id) group by m.case_id, m.topic, m.kind, m.place
)
select e.case_id as id, e.number, e.service, e.stage, e.negeri, ${ms('e.at')} as at, e.unread,
  (select jsonb_agg(jsonb_build_object('topic', l.topic, 'kind', l.kind, 'place', l.place, 'by', l.by, 'n', l.n, 'at', l.at, 'unread', l.unread)
    order by l.at desc) from lines l where l.case_id = e.case_id) as lines
from entries e order by e.at desc, e.case_id desc`

async function readDigests(
  db: Queryable,
  actor: Actor,
  { only, before }: CentreAsk,
): Promise<readonly DigestEntry[]> {
  const { rows } = await db.query<Omit<DigestEntry, 'is'> & { readonly areas: readonly string[] }>(
    `select digest.id, ${ms('at')} as at, read_at is null as unread, content, p.areas
     from digest join person p on p.id::text = person_id
     where ${DIGEST_SEEN_BY_PERSON} and person_id = $1 and (not $2 or read_at is null) and ($3::timestamptz is null or (digest.at, digest.id) < ($3, $4::uuid))
     order by digest.at desc, digest.id desc limit $5`,
    [actor.id, only === 'unread', before === null ? null : new Date(before.at), before?.id ?? null, PAGE + 1],
  )
  const named = rows.flatMap(({ content }) => content.items.map(({ caseId }) => caseId))
  const { rows: open } = await db.query<{ id: string }>(
    `select c.id from case_file c join person p on p.id::text = $1 where c.id = any($2::uuid[]) and ${SEEN_BY_PERSON}`,
    [actor.id, named],
  )
  const mayOpen = new Set(open.map(({ id }) => id))
  return rows.map(({ content, areas, ...row }) => ({
    ...row,
    is: 'digest',
    content: seenOf(content, {
      item: ({ caseId }) => mayOpen.has(caseId),
      place: (place) => areas.some((area) => contains(area, place)),
    }),
  }))
}

async function placesIn(
  db: Queryable,
  entries: readonly NoticeEntry[],
): Promise<{ readonly [code: string]: string }> {
  const codes = entries.flatMap((entry) =>
    entry.is === 'case'
      ? [entry.negeri]
      : [
          ...[...entry.content.items, ...entry.content.places].map(({ negeri }) => negeri),
          ...(entry.content.alarm ? [entry.content.alarm.place] : []),
        ],
  )
  const { rows } = await db.query<{ code: string; name: string }>(
    'select code, name from region where code = any($1::text[])',
    [[...new Set(codes)]],
  )
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}
