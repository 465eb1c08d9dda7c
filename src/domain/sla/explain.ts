import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { Text } from '#domain/shared/text.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { ClockHistory } from './clock-history.ts'
import type { Clockwork, Gap } from './clockwork.ts'
import { officeOf } from './clockwork.ts'
import { hoursBetween } from './explain-hours.ts'
import { CALENDAR_DAY, groundWords, markedWords, UNDER_WAY } from './explain-words.ts'
import type { Piece } from './pieces.ts'
import { piecesOf } from './pieces.ts'
import { promiseBudget } from './promise.ts'
import { dayOf } from './working-time.ts'

export const EXPLAINED_CLOCKS = ['stage', 'promise', 'law'] as const
export type ExplainedClock = (typeof EXPLAINED_CLOCKS)[number]

/** One interval of a case's life: counted or not, how much, and the rule that says so. */
export type ExplainedLine = {
  readonly from: Instant
  readonly to: Instant
  readonly stage: Stage
  readonly counted: boolean
  /** Working milliseconds; for the law's clock calendar days. */
  readonly amount: number
  readonly rule: Text
}

export type Explanation = {
  readonly unit: 'working' | 'days'
  readonly lines: readonly ExplainedLine[]
  readonly used: number
  readonly limit: number
}

/**
 * Accounts for one clock of a case up to `now`: every interval since it began, in order and without holes, with what it
 * counted and why. The sum is what the clock shows. Undefined while it has not begun.
 */
export function explain(
  which: ExplainedClock,
  history: ClockHistory,
  clockwork: Clockwork,
  now: Instant,
): Explanation | undefined {
  const all = piecesOf(history, clockwork, now)
  const last = all.at(-1)
  const begunAt = history.visits[0]?.at
  if (!last || begunAt === undefined) return undefined
  const standard = clockwork.standardOf(clockwork.policyAt(begunAt).version, history)
  const round = all.filter((piece) => piece.round === last.round)
  const marksOf = (piece: Piece) => clockwork.marksOf(piece.stage, history.negeri)
  if (which === 'law') return withSum('days', round.map(lawLine), standard.lawDays)
  const dinas = clockwork.calendarOf(regencyOf(history.negeri))
  if (which === 'stage') {
    const calendar = clockwork.calendarOf(officeOf(last.limitOf, history.negeri))
    const leg = round.filter((piece) => piece.leg === last.leg)
    const lines = leg.flatMap((piece) => linesOf(piece, piece.ground === 'counts', calendar, marksOf(piece)))
    return withSum('working', lines, (standard.stages[last.limitOf] ?? 0) * MINUTE_MS)
  }
  const lines = round.flatMap((piece) => linesOf(piece, piece.promise, dinas, marksOf(piece)))
  const budget = promiseBudget(dinas, round[0]?.from ?? begunAt, standard.promise)
  return withSum('working', last.round === 0 ? [...wayOf(history, begunAt), ...lines] : lines, budget)
}

function linesOf(
  piece: Piece,
  counts: boolean,
  calendar: Parameters<typeof hoursBetween>[0],
  marks: readonly Gap[],
): readonly ExplainedLine[] {
  const { from, to, stage } = piece
  if (to <= from) return []
  if (!counts) return [{ from, to, stage, counted: false, amount: 0, rule: groundWords(piece) }]
  return cutAt(from, to, marks).flatMap(([start, end, mark]) =>
    hoursBetween(calendar, start, end).map((hours) => ({
      from: hours.from,
      to: hours.to,
      stage,
      counted: hours.open,
      amount: hours.open ? hours.to - hours.from : 0,
      rule: mark && hours.open ? markedWords(hours.rule, mark.outage) : hours.rule,
    })),
  )
}

/** A stretch of time in parts, each wholly under one mark or under none. */
function cutAt(
  from: Instant,
  to: Instant,
  marks: readonly Gap[],
): readonly (readonly [Instant, Instant, Gap | undefined])[] {
  const parts: [Instant, Instant, Gap | undefined][] = []
  let at = from
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.from, at), Math.min(mark.to, to)]
    if (end <= start) continue
    if (start > at) parts.push([at, start, undefined])
    parts.push([start, end, mark])
    at = end
  }
  return at < to ? [...parts, [at, to, undefined]] : parts
}

function lawLine(piece: Piece): ExplainedLine {
  const { from, to, stage, law } = piece
  return {
    from,
    to,
    stage,
    counted: law,
    amount: law ? dayOf(to) - dayOf(from) : 0,
    rule: law ? CALENDAR_DAY : groundWords(piece),
  }
}

/** What the sea took: told, and held against nobody. */
function wayOf({ capturedAt, visits }: ClockHistory, arrivedAt: Instant): readonly ExplainedLine[] {
  const [first] = visits
  if (capturedAt === undefined || capturedAt >= arrivedAt || !first) return []
  const { stage } = first
  return [{ from: capturedAt, to: arrivedAt, stage, counted: false, amount: 0, rule: UNDER_WAY }]
}

/** Lines that follow one another under one rule are one line. */
function withSum(unit: Explanation['unit'], lines: readonly ExplainedLine[], limit: number): Explanation {
  const joined: ExplainedLine[] = []
  for (const line of lines) {
    if (line.to <= line.from) continue
    const before = joined.at(-1)
    if (before && before.to === line.from && before.rule.id === line.rule.id && before.stage === line.stage)
      joined[joined.length - 1] = { ...before, to: line.to, amount: before.amount + line.amount }
    else joined.push(line)
  }
  return { unit, lines: joined, used: joined.reduce((sum, line) => sum + line.amount, 0), limit }
}
