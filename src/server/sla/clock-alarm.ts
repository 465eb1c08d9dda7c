import type { ClockAlarm, DatabaseClock } from './database-clock.ts'

const clocks = new WeakMap<object, Pick<DatabaseClock, 'alarm'>>()

/** This instance watches the clock of this database from here on. */
export function watchedBy(pool: object, clock: Pick<DatabaseClock, 'alarm'>): void {
  clocks.set(pool, clock)
}

/** Why escalation stands still on this instance, if it does. */
export function clockAlarmOf(pool: object): ClockAlarm | undefined {
  return clocks.get(pool)?.alarm
}
