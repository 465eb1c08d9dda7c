import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import { standingAlarms } from '#server/sla/standing-alarms.ts'
import { forRoles, router } from '#server/trpc/trpc.ts'
import { lastWorkingDays } from './last-working-days.ts'
import { silentNegeri } from './silent-negeri.ts'

export type FlowDay = { readonly on: string; readonly filed: number; readonly issued: number }

const DAYS = 8

/** What the wall shows beside the live rows: the flow of the last working days, and villages nobody heard of. */
export const boardRouter = router({
  around: forRoles('SUPERVISOR', 'HEAD').query(async ({ ctx: { shell, actor } }) => {
    const now: Instant = shell.clock()
    const clockwork = await clockworkInForce(shell.pool)
    const days = lastWorkingDays(clockwork, actor.areas, now, DAYS)
    const [flow, silent, alarms] = await Promise.all([
      readAs(shell.pool, sightOf(actor), (db) =>
        db.query<{ type: string; on: string; n: number }>(
          `select e.type, to_char(e.at at time zone 'Asia/Jayapura', 'YYYY-MM-DD') as on, count(*)::int as n
           from case_event e where e.type in ('Submitted', 'SignedRecorded') and e.at >= ($1 || 'T00:00:00+09:00')::timestamptz
           group by 1, 2`,
          [days[0] ?? localDateInWit(now)],
        ),
      ),
      silentNegeri(shell.pool, actor, clockwork, now),
      standingAlarms(shell.pool, actor),
    ])
    const countOf = (type: string, on: string) =>
      flow.rows.find((row) => row.type === type && row.on === on)?.n ?? 0
    const shown: readonly FlowDay[] = days.map((on) => ({
      on,
      filed: countOf('Submitted', on),
      issued: countOf('SignedRecorded', on),
    }))
    return { now, flow: shown, silent, alarms: alarms.filter(({ endedAt }) => endedAt === null) }
  }),
})
