import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { clocksOf } from '#domain/sla/clocks-of.ts'
import { explain } from '#domain/sla/explain.ts'
import { rungTimesOf } from '#domain/sla/ladder.ts'
import { lawDayAt, lawTimeOf } from '#domain/sla/law-time.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { leftOf, stageTimeOf } from '#domain/sla/stage-time.ts'
import type { RowClock } from '#domain/case/queue-row.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Seen, Told } from './oracle.ts'

const MINUTE = 60_000
/** Half of the time is a warning only while a case waits to be taken. */
const WAITS: ReadonlySet<string> = new Set(['SUBMITTED', 'FORWARDED'])

export function historyOf({ service, kind, birthLate, negeri, steps }: Told): ClockHistory {
  return {
    service: service as ClockHistory['service'],
    kind,
    birthLate,
    negeri,
    capturedAt: undefined,
    visits: steps.map(({ stage, minute }) => ({ stage: stage as Stage, at: minute * MINUTE })),
  }
}

/** What the engine says of a case, in the words of the witness: from its row, from its whole history, and from its account. */
export function engineSees(told: Told, clockwork: Clockwork, rowClock?: RowClock | null) {
  const history = historyOf(told)
  const now = told.now * MINUTE
  const last = history.visits.at(-1)
  if (!last) throw new Error('a case without a step')
  const clock = rowClock === undefined ? rowClockOf(history, clockwork) : rowClock
  const row = { ...history, stage: last.stage, stageAt: last.at, clock, holder: null }
  const time = stageTimeOf(row, clockwork)
  const law = lawTimeOf(row, clockwork)
  const rungs = new Map(rungTimesOf(row, clockwork, time).map(({ rung, at }) => [rung, at / MINUTE]))
  const whole = clocksOf(history, clockwork, now)
  const accounts = (['stage', 'promise', 'law'] as const).map((which) =>
    explain(which, history, clockwork, now),
  )
  const left = (which: 'stage' | 'promise') => {
    const counted = time[which]
    return counted && leftOf(counted, time.gaps, now) / MINUTE
  }
  return {
    row: {
      stageLeft: left('stage'),
      stageDue: minuteOf(time.dueAt),
      stageHalf: minuteOf(time.halfAt),
      stageMost: minuteOf(time.soonAt),
      promiseLeft: left('promise'),
      promiseDue: minuteOf(time.promise?.dueAt ?? Infinity),
      lawDay: law && lawDayAt(law, now),
      lawPassed: minuteOf(law?.passedAt ?? Infinity),
    },
    whole,
    rungs,
    accounts,
  }
}

function minuteOf(at: number): number | undefined {
  return Number.isFinite(at) ? at / MINUTE : undefined
}

/**
 * Where engine and witness differ, in words; empty when they agree. A limit that was reached before the present stretch
 * of a row began is known to the row as late, and to the whole history to the minute.
 */
export function differences(
  told: Told,
  seen: Seen,
  engine: ReturnType<typeof engineSees>,
  horizon: number,
  withLaw: boolean,
): readonly string[] {
  const found: string[] = []
  const { row, whole, accounts } = engine
  const say = (what: string, mine: unknown, theirs: unknown) =>
    found.push(`${what}: engine ${String(mine)}, witness ${String(theirs)}`)
  const same = (what: string, mine: number | undefined, theirs: number | undefined) => {
    if (mine !== theirs) say(what, mine, theirs)
  }
  const sight = told.now + horizon
  const due = (what: string, mine: number | undefined, theirs: number | undefined) => {
    const beyond = theirs === undefined && mine !== undefined && mine > sight
    if (!beyond) same(what, mine, theirs)
  }
  const stands = seen.stoppedBy === 'return' || seen.stoppedBy === 'hold'
  const last = told.steps.at(-1)?.minute ?? 0

  // The row, as a browser has it.
  if (!stands) {
    same('row: left of the stage', row.stageLeft, seen.stageLeft)
    for (const [name, mine, theirs] of [
      ['due', row.stageDue, seen.stageDue],
      ['half', row.stageHalf, WAITS.has(told.steps.at(-1)?.stage ?? '') ? seen.stageHalf : undefined],
      ['four fifths', row.stageMost, seen.stageMost],
      ['promise due', row.promiseDue, seen.promiseDue],
    ] as const) {
      const lateBefore = theirs !== undefined && theirs < last && mine !== undefined && mine <= last
      if (!lateBefore) due(`row: ${name}`, mine, theirs)
    }
  }
  same('row: left of the promise', row.promiseLeft, seen.promiseLeft)
  same('row: day of the law', row.lawDay, seen.lawDay)
  const passedBefore = row.lawPassed !== undefined && row.lawPassed <= last && seen.lawPassed !== undefined
  if (withLaw && seen.stoppedBy !== 'return' && !passedBefore)
    due('row: law passed', row.lawPassed, seen.lawPassed)

  // The whole history, as the case screen has it.
  same('case: left of the stage', whole?.stage?.leftMinutes, seen.stageLeft)
  same('case: left of the promise', whole?.promise?.leftMinutes, seen.promiseLeft)
  same('case: day of the law', whole?.law?.day, seen.lawDay)
  const reached = (at: number | undefined) => (at !== undefined && at <= told.now ? at : undefined)
  same('case: stage ran out', reached(toMinute(whole?.stage?.dueAt)), reached(seen.stageDue))
  same('case: promise ran out', reached(toMinute(whole?.promise?.dueAt)), reached(seen.promiseDue))

  // The account, as it is explained: it adds up to the clock, without a hole.
  const [ofStage, ofPromise, ofLaw] = accounts
  const limit = (account: (typeof accounts)[number]) =>
    account ? (account.limit - account.used) / MINUTE : undefined
  if (seen.stageLeft !== undefined) same('account: stage', limit(ofStage), seen.stageLeft)
  if (seen.promiseLeft !== undefined) same('account: promise', limit(ofPromise), seen.promiseLeft)
  if (seen.lawDay !== undefined) same('account: law', ofLaw?.used, seen.lawDay)
  for (const account of accounts) {
    account?.lines.forEach((line, n) => {
      const before = account.lines[n - 1]
      if (before && before.to !== line.from) say('account: a hole', before.to, line.from)
    })
  }
  return found
}

function toMinute(at: number | undefined): number | undefined {
  return at === undefined ? undefined : at / MINUTE
}
