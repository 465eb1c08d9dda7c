import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import { differences, engineSees, historyOf } from './compare.ts'
import {
  dayAfter,
  DAYS_SEEN,
  diceOf,
  DINAS,
  edited,
  firstDayBy,
  lifeBy,
  outagesBy,
  policyBy,
  VILLAGE,
} from './histories.ts'
import { walkOffice } from './open-minutes.ts'
import { witness } from './oracle.ts'

export type Trial = {
  readonly histories: number
  /** Of those, counted a second time after the calendar had been changed under them. */
  readonly recounted: number
  readonly differences: readonly string[]
}

const DAY = 1440
const HORIZON = 9 * DAY
const LAW_HORIZON = 45 * DAY
/** The law's limit lies far away: one history in so many is followed to it. */
const LAW_EACH = 12
/** So many lives are told under one set of rules before it is changed, and so many under the changed one. */
const LIVES = 1_000
const MOST_TOLD = 20

/**
 * Tells so many random lives and has engine and witness count each: under fresh rules, and again after the
 * administration changed calendar, standard and outages while the case was open. `createEngine`
 * is the engine's own, or one that was spoilt to see the comparison fail; `enough` differences end the trial.
 */
export function tryHistories(
  count: number,
  seed: number,
  { createEngine = createClockwork, lives = LIVES, enough = Infinity } = {},
): Trial {
  const told: string[] = []
  let histories = 0
  let recounted = 0
  for (let world = 0; histories < count && told.length < enough; world += 1) {
    const dice = diceOf(seed * 100_003 + world)
    const first = firstDayBy(dice)
    let rules: TimeRules = {
      ...HOUSE_RULES,
      policies: [...HOUSE_RULES.policies, policyBy(2, first, dice)],
      outages: outagesBy(first, dice),
    }
    for (let n = dice.between(0, 3); n > 0; n -= 1) rules = edited(rules, first, dice)
    let changed = edited(rules, first, dice)
    if (dice.chance(50)) changed = { ...changed, outages: outagesBy(first, dice) }
    const [before, after] = [rules, changed].map((one) => ({
      rules: one,
      clockwork: createEngine(one),
      dinas: walkOffice(one, DINAS, dayAfter(first, -2), DAYS_SEEN),
      village: walkOffice(one, VILLAGE, dayAfter(first, -2), DAYS_SEEN),
    }))
    if (!before || !after) throw new Error('two sets of rules')
    for (let life = 0; life < lives && told.length < enough && histories < count; life += 1) {
      const story = lifeBy(first, dice)
      const withLaw = histories % LAW_EACH === 0
      const horizon = withLaw ? LAW_HORIZON : HORIZON
      const check = (side: typeof before, rowClock?: ReturnType<typeof rowClockOf>) => {
        const seen = witness(side.rules, story, side.dinas, side.village, horizon, withLaw)
        const engine = engineSees(story, side.clockwork, rowClock)
        return differences(story, seen, engine, horizon, withLaw)
      }
      const found = [...check(before)]
      histories += 1
      if (life % 2 === 0) {
        // A row whose facts come out the same is not written anew: the old one must count right under the new rules.
        const history = historyOf(story)
        const [old, fresh] = [before, after].map((side) => rowClockOf(history, side.clockwork))
        found.push(...check(after, JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh))
        recounted += 1
      }
      if (found.length > 0 && told.length < MOST_TOLD)
        told.push(`world ${world}, life ${life}, ${JSON.stringify(story)}: ${found.join('; ')}`)
    }
  }
  return { histories, recounted, differences: told }
}
