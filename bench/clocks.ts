import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { minutesLeft, stageStateAt, stageTimeOf } from '#domain/sla/stage-time.ts'
import { dueRows } from './clocks/due-rows.ts'
import { ladder } from './clocks/server-ladder.ts'
import { recounting } from './clocks/server-recount.ts'
import { tryHistoriesWide } from './clocks/try-wide.ts'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'

const LIST = 50_000
const MANY = 1_000_000
const FEW = 4_000
const DUE_AT_ONCE = 10_000
const OPEN_CASES = 100_000
const SMALL = 100

/**
 * Honest clocks: the engine against a witness that looks at every minute, how fast it counts, and what it asks of the
 * server. `--part engine`, `ladder` or `recount` measures one of them.
 */
export async function measure(options: Options): Promise<readonly Figure[]> {
  const { part } = options.more
  const parts = [
    ...(part === undefined || part === 'engine' ? [await engine(options)] : []),
    ...(part === undefined || part === 'ladder'
      ? [await ladder(Number(options.more['cases'] ?? (options.quick ? SMALL : DUE_AT_ONCE)))]
      : []),
    ...(part === undefined || part === 'recount'
      ? [await recounting(Number(options.more['cases'] ?? (options.quick ? SMALL : OPEN_CASES)))]
      : []),
  ]
  return parts.flat()
}

async function engine(options: Options): Promise<readonly Figure[]> {
  const count = Number(options.more['histories'] ?? (options.quick ? FEW : MANY))
  const seed = Number(options.more['seed'] ?? 2026)
  const trial = await tryHistoriesWide(count, seed)
  for (const told of trial.differences) process.stderr.write(`${told}\n`)

  const rounds = Array.from({ length: Math.max(3, options.rounds) }, countRows)
  const rate = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of))
  return [
    { figure: 'random histories counted by engine and witness', value: trial.histories, unit: '' },
    { figure: 'of those again after a change of calendar or outages', value: trial.recounted, unit: '' },
    {
      figure: 'differences between engine and witness',
      value: trial.differences.length,
      unit: '',
      target: { of: 'value', most: 0 },
    },
    {
      figure: 'due dates in one thread',
      value: rate((round) => round.due),
      unit: '/s',
      target: { of: 'value', least: 200_000 },
    },
    {
      figure: 'remaining minutes in one thread',
      value: rate((round) => round.left),
      unit: '/s',
      target: { of: 'value', least: 200_000 },
    },
    {
      figure: `a list of ${LIST} rows laid out again (after a change of the rules)`,
      value: rate((round) => round.laidOut),
      unit: 'ms',
      target: { of: 'value', most: 100 },
    },
    {
      figure: `a list of ${LIST} rows looked at again (each minute)`,
      value: rate((round) => round.looked),
      unit: 'ms',
      target: { of: 'value', most: 100 },
    },
  ]
}

/** Milliseconds of the processor: what others do on this machine meanwhile does not count, the collector does. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function countRows() {
  const clockwork = createClockwork(HOUSE_RULES)
  const rows = dueRows(LIST)
  const now = Date.parse('2026-06-09T10:42:00+09:00')
  for (const row of rows.slice(0, 1000)) stageTimeOf(row, clockwork) // calendars are laid out once per version
  const begun = spent()
  const times = rows.map((row) => stageTimeOf(row, clockwork))
  const laidOut = spent() - begun
  const lookingAt = spent()
  let late = 0
  for (let n = 0; n < rows.length; n += 1) {
    const [row, time] = [rows[n], times[n]]
    if (row && time && stageStateAt(time, row, now) === 'lewat') late += 1
  }
  const looked = spent() - lookingAt
  const countingAt = spent()
  let left = 0
  for (const time of times) left += minutesLeft(time, now)
  const counted = spent() - countingAt
  if (late === 0 || left === 0) throw new Error('nothing was counted')
  // Each row has a due date of its stage and one of its promise.
  return { due: (2 * LIST) / (laidOut / 1000), left: LIST / (counted / 1000), laidOut, looked }
}
