import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { closingOf, dayOf } from '#domain/sla/working-time.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'

export type SilentNegeri = {
  readonly negeri: RegionCode
  /** Working days of its own office since anybody of it was here. */
  readonly days: number
  /** Cases that wait for it to repair them. */
  readonly returned: number
}

const MOST_QUIET_DAYS = 2
const MOST_SHOWN = 6
const LOOK_BACK_DAYS = 90

/** Villages of these areas from which nobody was heard for more than two working days, the longest first. Officers who never came are not counted as silent. */
export async function silentNegeri(
  pool: pg.Pool,
  actor: Actor,
  clockwork: Clockwork,
  now: Instant,
): Promise<readonly SilentNegeri[]> {
  // When somebody was here is the house's own knowledge; the cases are read as whoever asks.
  const { rows } = await pool.query<{ negeri: string; seen: number }>(
    `select p.areas[1] as negeri, (extract(epoch from max(s.last_seen_at)) * 1000)::float8 as seen
     from person p join session s on s.person_id = p.id
     where p.role = 'NEGERI_OFFICER' and p.disabled_at is null
       and (p.areas[1] like any($1::text[]) or p.areas[1] = any($2::text[]))
     group by 1`,
    [actor.areas.map((area) => `${area}.%`), actor.areas],
  )
  const silent = rows
    .map(({ negeri, seen }) => ({ negeri, days: quietDays(clockwork, negeri, seen, now) }))
    .filter(({ days }) => days > MOST_QUIET_DAYS)
  const returned = await returnedTo(pool, actor, silent)
  return silent
    .map((one) => ({ ...one, returned: returned.get(one.negeri) ?? 0 }))
    .toSorted((a, b) => b.days - a.days || b.returned - a.returned)
    .slice(0, MOST_SHOWN)
}

async function returnedTo(
  pool: pg.Pool,
  actor: Actor,
  negeri: readonly { readonly negeri: string }[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await readAs(pool, sightOf(actor), (db) =>
    db.query<{ negeri: string; returned: number }>(
      `select negeri, count(*)::int as returned from case_file
       where negeri = any($1::text[]) and open and submitted and stage = 'RETURNED_NEGERI' group by 1`,
      [negeri.map((one) => one.negeri)],
    ),
  )
  return new Map(rows.map((row) => [row.negeri, row.returned]))
}

function quietDays(clockwork: Clockwork, negeri: RegionCode, seen: Instant, now: Instant): number {
  const calendar = clockwork.calendarOf(negeri)
  const today = dayOf(now)
  let days = 0
  for (let day = Math.max(dayOf(seen) + 1, today - LOOK_BACK_DAYS); day <= today; day += 1) {
    const closing = closingOf(calendar, day)
    if (closing !== undefined && closing <= now) days += 1
  }
  return days
}
