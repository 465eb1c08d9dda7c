import type { Actor } from '#domain/access/actor.ts'
import { queueOf, SERVICES } from '#domain/shared/service-id.ts'
import type { Db } from './people-sql.ts'
import { scopeOf, WITHIN_SCOPE } from './people-sql.ts'

/** Statements on the record, built so that each filter meets its own index however long the record grows. */
export type AuditedPerson = { readonly id: string; readonly username: string; readonly name: string }

export async function peopleOf(db: Db, actor: Actor): Promise<readonly AuditedPerson[]> {
  const { rows } = await db.query<AuditedPerson>(
    `select p.id::text as id, p.username, p.name from person p where ${WITHIN_SCOPE}`,
    [...scopeOf(actor)],
  )
  return rows
}

/** The chains of whole kabupaten: all of a queue's record is an administrator's only if all of the queue is. */
export function wholeQueues(actor: Actor): string[] {
  const wide = actor.role === 'ADMIN' ? actor.areas.filter((area) => area.length <= 5) : []
  return wide.map((area) => (area.length === 2 ? `${area}.%` : `${area}/%`))
}

/** What `AL-26-04117`, a username or an id can mean as the subject of an entry. */
export async function subjectsOf(
  db: Db,
  actor: Actor,
  mine: readonly AuditedPerson[],
  words: string,
): Promise<string[]> {
  const people = mine
    .filter(({ username }) => username === words.toLowerCase())
    .map(({ id }) => `person:${id}`)
  if (!/^[a-z]{2}-/i.test(words)) return [words, ...people]
  const wide = actor.areas.filter((area) => area.length < 5).map((area) => `${area}.%`)
  const queues = actor.areas.flatMap((area) =>
    area.length < 5 ? [] : SERVICES.map((service) => queueOf(area, service)),
  )
  const { rows } = await db.query<{ id: string }>(
    `select id::text as id from case_file where number = $1 and queue_id ${wide.length > 0 ? 'like' : '='} any($2::text[])`,
    [words.toUpperCase(), wide.length > 0 ? [...wide, ...queues] : queues],
  )
  return [words, ...people, ...rows.map(({ id }) => id)]
}

/** Case numbers and usernames of subjects, as far as they have one. */
export async function subjectNames(
  db: Db,
  mine: readonly AuditedPerson[],
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(mine.map(({ id, username }) => [`person:${id}`, username]))
  const ids = [...new Set(subjects)].filter((subject) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject),
  )
  if (ids.length === 0) return names
  const { rows } = await db.query<{ id: string; number: string | null }>(
    'select id::text as id, number from case_file where id = any($1::uuid[])',
    [ids],
  )
  for (const { id, number } of rows) if (number !== null) names.set(id, number)
  return names
}

export type EntryQuery = {
  readonly chains: readonly string[]
  readonly mine: readonly string[]
  readonly people: readonly string[] | undefined
  readonly subjects: readonly string[] | undefined
  readonly action: string | undefined
  readonly from: number | undefined
  readonly until: number | undefined
  readonly before: { readonly at: string; readonly chain: string; readonly index: string } | undefined
  readonly most: number
}

export type EntryRow = {
  readonly chain: string
  readonly index: string
  readonly at: Date
  readonly personId: string
  readonly role: string
  readonly action: string
  readonly subject: string
  readonly detail: unknown
  readonly address: string
  readonly device: string
}

export async function findEntries(db: Db, asked: EntryQuery): Promise<readonly EntryRow[]> {
  const values: unknown[] = [asked.chains, asked.mine, asked.mine.map((id) => `person:${id}`)]
  // A sign-in with a name that nobody has belongs to no area: every administrator may see that it was tried.
  const conditions = [
    `(e.chain like any($1::text[]) or e.person_id = any($2::text[]) or e.subject = any($3::text[]) or e.subject = 'person:unknown')`,
  ]
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    if (value === undefined) return
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  add((p) => `e.person_id = any(${p}::text[])`, asked.people)
  add((p) => `e.subject = any(${p}::text[])`, asked.subjects)
  if (asked.action?.endsWith('.')) add((p) => `starts_with(e.action, ${p})`, asked.action)
  else add((p) => `e.action = ${p}`, asked.action)
  add((p) => `e.at >= ${p}`, asked.from === undefined ? undefined : new Date(asked.from))
  add((p) => `e.at < ${p}`, asked.until === undefined ? undefined : new Date(asked.until))
  if (asked.before) {
    values.push(asked.before.at, asked.before.chain, asked.before.index)
    const [at, chain, index] = [values.length - 2, values.length - 1, values.length]
    conditions.push(`(e.at, e.chain, e.index) < ($${at}::timestamptz, $${chain}::text, $${index}::bigint)`)
  }
  values.push(asked.most)
  const { rows } = await db.query<EntryRow>(
    `select e.chain, e.index::text as index, e.at, e.person_id as "personId", e.role, e.action, e.subject, e.detail, e.address, e.device
     from audit_entry e where ${conditions.join(' and ')} order by e.at desc, e.chain desc, e.index desc limit $${values.length}`,
    values,
  )
  return rows
}
