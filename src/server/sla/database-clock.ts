import { Gauge } from 'prom-client'
import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Queryable } from '#server/case/rows.ts'
import { registry } from '#server/metrics.ts'

/** Beyond this the two clocks cannot both be right, and nobody is warned of a lateness that may not be one. */
export const MOST_APART_MS = 30_000
/** A clock that jumped is believed again when it has gone on evenly for so long. */
const STEADY_MS = 2 * MINUTE_MS

export type ClockState = {
  /** What time it is: the database's word. */
  readonly now: Instant
  /** How far this instance's clock is ahead of the database's. */
  readonly aheadMs: number
  readonly alarm: ClockAlarm | undefined
}
export type ClockAlarm = {
  readonly why: 'apart' | 'jumped'
  readonly byMs: number
  readonly since: Instant
}

const apart = new Gauge({
  name: 'satu_clock_apart_seconds',
  help: "How far this instance's clock is ahead of the database's",
  registers: [registry],
})
const alarmed = new Gauge({
  name: 'satu_clock_alarm',
  help: '1 while escalation stands still because the clocks do not agree or one has jumped',
  registers: [registry],
})

/**
 * Watches the database's clock from one instance. `look` compares it with the machine's clock and with a watch that
 * nobody can set (`steady`): the first shows clocks that are apart, the second one that jumped together with its
 * machine, as in an embedded database.
 */
export function watchDatabaseClock(
  db: Queryable,
  clock: () => Instant,
  steady: () => number = () => performance.now(),
) {
  let last: { readonly database: Instant; readonly steady: number } | undefined
  let jumped: { readonly byMs: number; readonly at: number; readonly since: Instant } | undefined
  let alarm: ClockAlarm | undefined

  return {
    get alarm() {
      return alarm
    },
    async look(): Promise<ClockState> {
      const before = clock()
      const { rows } = await db.query<{ now: number }>({
        name: 'database-clock',
        text: 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
      })
      const after = clock()
      const at = steady()
      const now = Math.round(rows[0]?.now ?? after)
      const aheadMs = (before + after) / 2 - now
      if (last) {
        const byMs = now - last.database - (at - last.steady)
        if (Math.abs(byMs) > MOST_APART_MS) jumped = { byMs, at, since: now }
      }
      last = { database: now, steady: at }
      if (jumped && at - jumped.at > STEADY_MS) jumped = undefined
      alarm =
        Math.abs(aheadMs) > MOST_APART_MS
          ? { why: 'apart', byMs: Math.round(aheadMs), since: alarm?.why === 'apart' ? alarm.since : now }
          : jumped && { why: 'jumped', byMs: Math.round(jumped.byMs), since: jumped.since }
      apart.set(aheadMs / 1000)
      alarmed.set(alarm ? 1 : 0)
      return { now, aheadMs, alarm }
    },
  }
}

export type DatabaseClock = ReturnType<typeof watchDatabaseClock>
