import type pg from 'pg'
import { tellNoticeNews } from './notice-news.ts'

export type Marked = {
  readonly cases: readonly string[]
  readonly digests: readonly string[]
  readonly all: boolean
  /** Nothing that happened after this is meant: it may not have been on the screen. */
  readonly until: number
  readonly read: boolean
}

/** Marks a person's own entries, and nobody else's. An unread entry is one whose newest line is unread. */
export async function markRead(
  pool: pg.Pool,
  personId: string,
  { cases, digests, all, until, read }: Marked,
  now: number,
): Promise<void> {
  const moments = [new Date(now), new Date(until)]
  if (read) {
    await pool.query(
      `update notice set read_at = $2 where person_id = $1 and read_at is null and at <= $3
       and ($4 or case_id = any($5::uuid[]))`,
      [personId, ...moments, all, cases],
    )
    await pool.query(
      `update digest set read_at = $2 where person_id = $1 and read_at is null and at <= $3
       and ($4 or id = any($5::uuid[]))`,
      [personId, ...moments, all, digests],
    )
  } else {
    await pool.query(
      `update notice set read_at = null where key in (
         select distinct on (case_id) key from notice where person_id = $1 and case_id = any($2::uuid[]) and in_app
         order by case_id, at desc, key)`,
      [personId, cases],
    )
    await pool.query('update digest set read_at = null where person_id = $1 and id = any($2::uuid[])', [
      personId,
      digests,
    ])
  }
  tellNoticeNews(pool, [personId])
}
