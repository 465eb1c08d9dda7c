import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { contains, regencyOf } from '#domain/shared/region-tree.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { outageEffect } from '#domain/sla/outage-effect.ts'
import type { OutageKind } from '#domain/sla/time-rules.ts'
import { workingBetween } from '#domain/sla/working-time.ts'
import { readAs } from '#server/db/read-as.ts'

export type OutageVersion = {
  readonly version: number
  readonly kind: OutageKind
  readonly reach: string
  readonly from: Instant
  readonly to: Instant | null
  readonly reason: string
  readonly withdrawn: boolean
  readonly byName: string
  readonly at: Instant
}
export type OutageView = OutageVersion & {
  readonly id: string
  /** Working hours of the Dinas within it. */
  readonly lostMinutes: number
  /** Open cases whose clock it stops, or only marks, in the stage they are in now. */
  readonly stops: number
  readonly marks: number
  readonly earlier: readonly OutageVersion[]
}

type Row = OutageVersion & { readonly id: string }
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** Outages of the last half year within a person's areas, the present ones first, each with what was known before. */
export async function outagesFor(
  pool: pg.Pool,
  actor: Actor,
  clockwork: Clockwork,
  now: Instant,
): Promise<readonly OutageView[]> {
  const { rows } = await pool.query<Row>(
    `select id, version, kind, reach, ${ms('began_at')} as from, ${ms('ended_at')} as to, reason, withdrawn, by_name as "byName", ${ms('at')} as at
     from outage where began_at > $1 order by began_at desc, id, version desc`,
    [new Date(now - 183 * 24 * 60 * MINUTE_MS)],
  )
  // Figures of their own areas: also an administrator, who opens no case, is told how many an outage stops.
  const sight = { personId: actor.id, areas: actor.areas, ownOnly: false }
  const { rows: open } = await readAs(pool, sight, (db) =>
    db.query<{ stage: Stage; negeri: string; n: number }>(
      'select stage, negeri, count(*)::int as n from case_file where open and submitted group by stage, negeri',
    ),
  )
  const byId = [...Map.groupBy(rows, ({ id }) => id).values()]
  const views = byId.flatMap((versions): readonly OutageView[] => {
    const [latest, ...earlier] = versions
    if (!latest || !actor.areas.some((area) => contains(area, latest.reach) || contains(latest.reach, area)))
      return []
    const { id, kind, reach, from, to, reason } = latest
    const effects = open.map(({ stage, negeri, n }) => ({
      effect: outageEffect({ id, kind, reach, from, to, reason }, stage, negeri),
      n,
    }))
    const count = (wanted: string) =>
      latest.withdrawn || to !== null
        ? 0
        : effects.reduce((sum, { effect, n }) => (effect === wanted ? sum + n : sum), 0)
    const calendar = clockwork.calendarOf(regencyOf(reach))
    return [
      {
        ...latest,
        lostMinutes: latest.withdrawn
          ? 0
          : Math.round(workingBetween(calendar, from, Math.min(to ?? now, now)) / MINUTE_MS),
        stops: count('pauses'),
        marks: count('marks'),
        earlier: earlier.map(({ id: _same, ...version }) => version),
      },
    ]
  })
  const rank = (one: OutageView) => (one.withdrawn ? 2 : one.to === null ? 0 : 1)
  return views.toSorted((a, b) => rank(a) - rank(b) || b.from - a.from)
}
