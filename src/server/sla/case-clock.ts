import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseSettings } from '#domain/case/facts.ts'
import type { QueueRow, RowClock } from '#domain/case/queue-row.ts'
import type { Stage } from '#domain/case/stage.ts'
import { isOpen } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { rungTimesOf, tellAt } from '#domain/sla/ladder.ts'
import { lawTimeOf } from '#domain/sla/law-time.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { stageTimeOf } from '#domain/sla/stage-time.ts'
import { stepsAhead } from '#domain/sla/steps-ahead.ts'

/** Where the clocks of a case stand, as they are kept beside it: everything here can be counted again from `history`. */
export type CaseClock = {
  readonly history: ClockHistory
  readonly open: boolean
  readonly row: RowClock | null
  readonly rulesVersion: number
  readonly policyVersion: number | null
  readonly stageDueAt: Instant | null
  readonly promiseDueAt: Instant | null
  readonly lawDueAt: Instant | null
  readonly rungAt: Instant | null
  readonly stepAt: Instant | null
}

/**
 * The clocks after a change; undefined when the change did not touch them: a note, a lease, a mark on a paper. A draft
 * has none.
 */
export function clockAfter(
  before: CaseFile | undefined,
  after: CaseFile,
  clockwork: Clockwork,
  settings: CaseSettings,
): CaseClock | undefined {
  if (after.submittedAt === undefined) return undefined
  const same = before !== undefined && before.path === after.path && before.submittedAt !== undefined
  return same ? undefined : countClock(clockHistoryOf(after), clockwork, settings, after.escalation)
}

/** Counts a case's clocks by these rules. `level`: the highest rung of the whole case that was climbed, plus one. */
export function countClock(
  history: ClockHistory,
  clockwork: Clockwork,
  settings: CaseSettings,
  level: number,
): CaseClock {
  const row = rowClockOf(history, clockwork)
  const stage = history.visits.at(-1)?.stage ?? 'DRAFT'
  const open = isOpen(stage)
  const none = { stageDueAt: null, promiseDueAt: null, lawDueAt: null, rungAt: null, stepAt: null }
  const kept = {
    history,
    open,
    row,
    rulesVersion: clockwork.rules.version,
    policyVersion: row?.policy ?? null,
  }
  if (!open || row === null) return { ...kept, ...none }
  const timed = timedOf(history, row, stage)
  const time = stageTimeOf(timed, clockwork)
  const law = lawTimeOf(timed, clockwork)
  const rungs = rungTimesOf(timed, clockwork, time).filter(
    ({ rung }) => rung < FIRST_WHOLE || rung + 1 > level,
  )
  return {
    ...kept,
    stageDueAt: known(time.dueAt),
    promiseDueAt: known(time.promise?.dueAt),
    lawDueAt: known(law?.passedAt),
    rungAt: known(Math.min(Infinity, ...rungs.map(({ at }) => tellAt(timed, clockwork, at)))),
    stepAt: known(Math.min(Infinity, ...stepsAhead(history, clockwork, settings).map(({ at }) => at))),
  }
}

/** In the order in which they are written. */
export function momentsOf(clock: CaseClock): readonly (Date | null)[] {
  const { stageDueAt, promiseDueAt, lawDueAt, rungAt, stepAt } = clock
  return [stageDueAt, promiseDueAt, lawDueAt, rungAt, stepAt].map((at) => (at === null ? null : new Date(at)))
}

/** From E3 on a rung speaks of the whole case and is climbed once; the lower ones belong to a stage. */
export const FIRST_WHOLE = 3

export function timedOf(history: ClockHistory, clock: RowClock, stage: Stage) {
  const { service, kind, birthLate, negeri, visits } = history
  const stageAt = visits.at(-1)?.at ?? clock.roundAt
  const holder: QueueRow['holder'] = null
  return { service, kind, birthLate, negeri, stage, stageAt, clock, holder }
}

function known(at: Instant | undefined): Instant | null {
  return at === undefined || !Number.isFinite(at) ? null : at
}
