import type { CaseSettings } from '#domain/case/facts.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork } from './clockwork.ts'
import { dueAfter } from './count-on.ts'
import { rowClockOf } from './row-clock.ts'
import { stageTimeOf } from './stage-time.ts'
import { dayOf, nextOpening, startOfDay } from './working-time.ts'

/** Calendar days after a return on which the applicant is reminded. */
export const REMINDER_DAYS = [7, 14, 25] as const

/** Something that the house does by itself, and when, if nobody does anything before. */
export type StepAhead =
  | { readonly step: 'remind'; readonly day: number; readonly at: Instant }
  | { readonly step: 'expire' | 'autoForward' | 'confirm'; readonly at: Instant }

/**
 * What the house will do by itself with a case that stays where it is, by its place in the workflow: reminders on
 * days 7, 14 and 25 of a return and its end on day 30, sending on what no negeri looks at, closing what nobody
 * complained about. A reminder waits until the negeri is open; the others are acts, not notices, and wait for nobody.
 */
export function stepsAhead(
  history: ClockHistory,
  clockwork: Clockwork,
  settings: CaseSettings,
): readonly StepAhead[] {
  const last = history.visits.at(-1)
  switch (last?.stage) {
    case 'RETURNED_APPLICANT':
    case 'RETURNED_NEGERI':
      return ofReturn(returnedAt(history) ?? last.at, history, clockwork, settings)
    case 'SUBMITTED':
      return ofWaiting(history, clockwork, settings)
    case 'DELIVERED':
      return [{ step: 'confirm', at: last.at + settings.confirmAfterDays * DAY_MS }]
    default:
      return []
  }
}

/** When the present return began; passed on from the negeri to the applicant its age goes on. */
export function returnedAt({ visits }: ClockHistory): Instant | undefined {
  const before = visits.findLastIndex(({ stage }) => !stage.startsWith('RETURNED_'))
  return visits[before + 1]?.at
}

function ofReturn(
  at: Instant,
  { negeri }: ClockHistory,
  clockwork: Clockwork,
  { returnExpiryDays }: CaseSettings,
): readonly StepAhead[] {
  const calendar = clockwork.calendarOf(negeri)
  const day = dayOf(at)
  const reminders = REMINDER_DAYS.filter((count) => count < returnExpiryDays).map((count): StepAhead => ({
    step: 'remind',
    day: count,
    at: nextOpening(calendar, startOfDay(day + count)),
  }))
  return [...reminders, { step: 'expire', at: startOfDay(day + returnExpiryDays) }]
}

function ofWaiting(
  history: ClockHistory,
  clockwork: Clockwork,
  { negeriReviewEnabled, autoForwardPercent }: CaseSettings,
): readonly StepAhead[] {
  const last = history.visits.at(-1)
  const clock = rowClockOf(history, clockwork)
  if (!last || !clock) return []
  if (!negeriReviewEnabled)
    return [
      { step: 'autoForward', at: nextOpening(clockwork.calendarOf(regencyOf(history.negeri)), last.at) },
    ]
  if (autoForwardPercent === 0) return []
  const row = { ...history, stage: last.stage, stageAt: last.at, clock, holder: null }
  const { stage, gaps } = stageTimeOf(row, clockwork)
  if (!stage) return []
  const overdue = Math.round((stage.limit * autoForwardPercent) / 100) - stage.used
  const at = dueAfter(stage.calendar, stage.from, overdue, gaps)
  return Number.isFinite(at) ? [{ step: 'autoForward', at }] : []
}
