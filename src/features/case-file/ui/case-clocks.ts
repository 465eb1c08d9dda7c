import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { rowOf } from '#domain/case/row-of.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { daysBetween, localDateInWit } from '#domain/shared/local-date.ts'
import type { StageState } from '#domain/sla/stage-time.ts'
import { minutesLeft, stageStateAt, stageTimeOf } from '#domain/sla/stage-time.ts'
import { addWorkingMinutes, WORKING_DAY_MINUTES, workingMinutesBetween } from '#domain/sla/working-hours.ts'

/** One clock of a case: how much of it is used, and what is left of it. */
export type Clock = {
  readonly standardMinutes: number
  readonly leftMinutes: number
  readonly used: number
  readonly dueAt: Instant
}

export type CaseClocks = {
  readonly stage: StageState
  readonly stageClock: Clock | undefined
  /** What the office promises the applicant, in working days. Undefined once it was kept or ended. */
  readonly promise: Clock | undefined
  readonly promiseDays: number
  /** Which calendar day of the law's limit this is. */
  readonly law: { readonly day: number; readonly of: number } | undefined
}

/** Working days promised for each service, and calendar days that the law gives. LOCAL values of the Dinas. */
const PROMISE_DAYS: Record<ServiceId, number> = { KK: 3, AKTA_KELAHIRAN: 3, SKPWNI: 1 }
const PROMISE_DAYS_LATE_BIRTH = 5
const LAW_DAYS: Record<ServiceId, number> = { KK: 14, AKTA_KELAHIRAN: 30, SKPWNI: 14 }

/** The two clocks of a case and the law's, at this moment. Returned time counts in neither. */
export function clocksOf(file: CaseFile, events: readonly CaseEvent[], now: Instant): CaseClocks {
  const row = rowOf(file, 0)
  const time = stageTimeOf(row)
  const promiseDays = row.birthLate ? PROMISE_DAYS_LATE_BIRTH : PROMISE_DAYS[file.service]
  const running = file.submittedAt !== undefined && file.issuedAt === undefined && file.ended === undefined
  const pauses = pausesOf(events, now)
  return {
    stage: stageStateAt(time, row, now),
    stageClock:
      time.kind === 'runs' ? clockOf(time.standardMinutes, minutesLeft(time, now), time.dueAt) : undefined,
    promise: running
      ? promiseOf(file.submittedAt ?? now, pauses, promiseDays * WORKING_DAY_MINUTES, now)
      : undefined,
    promiseDays,
    law: running ? lawDay(file.submittedAt ?? now, pauses, LAW_DAYS[file.service], now) : undefined,
  }
}

type Pause = { readonly from: Instant; readonly to: Instant }

/** When the case lay with the applicant or the negeri for repair. */
function pausesOf(events: readonly CaseEvent[], now: Instant): readonly Pause[] {
  const pauses: Pause[] = []
  let since: Instant | undefined
  for (const event of events) {
    if (event.type === 'ReturnedToApplicant' || event.type === 'ReturnedToNegeri') since ??= event.at
    if (event.type === 'Resubmitted' && since !== undefined) {
      pauses.push({ from: since, to: event.at })
      since = undefined
    }
  }
  return since === undefined ? pauses : [...pauses, { from: since, to: now }]
}

function promiseOf(from: Instant, pauses: readonly Pause[], standardMinutes: number, now: Instant): Clock {
  const paused = pauses.reduce((sum, pause) => sum + workingMinutesBetween(pause.from, pause.to), 0)
  const left = standardMinutes - (workingMinutesBetween(from, now) - paused)
  return clockOf(standardMinutes, left, addWorkingMinutes(from, standardMinutes + paused))
}

function lawDay(
  from: Instant,
  pauses: readonly Pause[],
  of: number,
  now: Instant,
): { readonly day: number; readonly of: number } {
  const days = (start: Instant, end: Instant) => daysBetween(localDateInWit(start), localDateInWit(end))
  const paused = pauses.reduce((sum, pause) => sum + days(pause.from, pause.to), 0)
  return { day: Math.max(1, days(from, now) - paused + 1), of }
}

function clockOf(standardMinutes: number, leftMinutes: number, dueAt: Instant): Clock {
  const used = standardMinutes === 0 ? 0 : Math.min(1, Math.max(0, 1 - leftMinutes / standardMinutes))
  return { standardMinutes, leftMinutes: Math.round(leftMinutes), used, dueAt }
}
