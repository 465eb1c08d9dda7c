import type { Queryable } from '#server/case/rows.ts'
import { DIGEST_SEEN_BY_PERSON, SEEN_BY_PERSON } from './seen-by.ts'

/**
 * How many entries of the list are unread, for each of these people: cases with news, and digests. It is counted from the
 * rows themselves and by the rights of this moment, so that it cannot differ from the list behind it.
 */
export async function unreadOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ id: string; n: number }>({
    name: 'notice-unread',
    text: UNREAD,
    values: [personIds],
  })
  return new Map(rows.map(({ id, n }) => [id, n]))
}

const UNREAD = `
select p.id::text as id, (
  (select count(distinct n.case_id) from notice n join case_file c on c.id = n.case_id
    where n.person_id = p.id::text and n.read_at is null and n.in_app and ${SEEN_BY_PERSON})
  + (select count(*) from digest where person_id = p.id::text and read_at is null and ${DIGEST_SEEN_BY_PERSON})
)::int as n
from person p where p.id::text = any($1)`

/** What changes whenever the unread rows of a person do: cheap enough to ask for everybody who is here. */
export async function fingerprintsOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; print: string }>({
    name: 'notice-fingerprints',
    text: `select person_id as id, string_agg(n::text, '/' order by n) as print from (
        select person_id, count(*) || ':' || sum(hashtext(key)) as n from notice
          where person_id = any($1) and read_at is null group by person_id
        union all
        select person_id, 'd' || count(*) || ':' || sum(hashtext(id::text)) from digest
          where person_id = any($1) and read_at is null group by person_id
      ) both_kinds group by person_id`,
    values: [personIds],
  })
  return new Map(rows.map(({ id, print }) => [id, print]))
}
