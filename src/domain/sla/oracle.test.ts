import { expect, test } from 'vitest'
import { tryHistories } from '../../../bench/clocks/try-histories.ts'
import type { Clockwork } from './clockwork.ts'
import { createClockwork } from './clockwork.ts'
import type { TimeRules } from './time-rules.ts'

const SOME = 300
/** Few lives in many worlds: each has its own calendar and outages. */
const LIVES = 20

test('24: the engine counts every random life like a witness that looks at each minute', () => {
  const trial = tryHistories(SOME, 24, { lives: LIVES })
  expect(trial.differences).toEqual([])
  expect(trial.histories).toBe(SOME)
  expect(trial.recounted).toBeGreaterThan(SOME / 3)
})

/** Engines with a fault in them: the witness must notice each. */
const SPOILT: { readonly [fault: string]: (rules: TimeRules) => Clockwork } = {
  'no break at noon': (rules) =>
    createClockwork({
      ...rules,
      hours: rules.hours.map((hours) => ({
        ...hours,
        week: hours.week.map((spans) => {
          const [first] = spans
          const last = spans.at(-1)
          return first && last ? [[first[0], last[1]] as const] : []
        }) as unknown as typeof hours.week,
      })),
    }),
  'no collective leave': (rules) =>
    createClockwork({ ...rules, holidays: rules.holidays.filter((day) => day.kind !== 'COLLECTIVE_LEAVE') }),
  'days off a day late, as in another zone': (rules) =>
    createClockwork({
      ...rules,
      holidays: rules.holidays.map((day) => ({
        ...day,
        on: new Date(Date.parse(`${day.on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10),
      })),
    }),
  'outages do not stop anything': (rules) => createClockwork({ ...rules, outages: [] }),
  'the standard of today, not of its day': (rules) => {
    const clockwork = createClockwork(rules)
    return { ...clockwork, policyAt: () => clockwork.policyAt(Date.parse('2030-01-01')) }
  },
  'one calendar for all offices': (rules) => {
    const clockwork = createClockwork(rules)
    return { ...clockwork, calendarOf: () => clockwork.calendarOf('81.01') }
  },
}

test.each(Object.entries(SPOILT))('the witness notices an engine with a fault: %s', (_, createEngine) => {
  const { differences } = tryHistories(2_000, 24, { createEngine, lives: LIVES, enough: 1 })
  expect(differences.length).toBeGreaterThan(0)
})
