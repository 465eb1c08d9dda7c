import { expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '#domain/shared/instant.ts'
import { Scenario, WHO } from '#domain/case/testing/case-scenario.ts'
import { clocksOf } from './case-clocks.ts'

const fault = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang.' } as const

it('counts the promise in working hours from the submission', () => {
  const scenario = new Scenario('KK_LOST').submitted() // Tuesday about 10.00
  const submittedAt = scenario.case.submittedAt ?? 0
  const clocks = clocksOf(scenario.case, scenario.events, submittedAt + HOUR_MS)
  expect(clocks.promise).toMatchObject({ standardMinutes: 1350, leftMinutes: 1290 })
  expect(clocks.law).toEqual({ day: 1, of: 14 })
})

it('stands still while the case is with the negeri for repair', () => {
  const scenario = new Scenario('KK_LOST').inVerification()
  const before = clocksOf(scenario.case, scenario.events, scenario.now)
  scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [fault] })
  const later = clocksOf(scenario.case, scenario.events, scenario.now + 3 * DAY_MS)
  expect(later.stage).toBe('jeda')
  expect(later.stageClock).toBeUndefined()
  expect((before.promise?.leftMinutes ?? 0) - (later.promise?.leftMinutes ?? 0)).toBeLessThanOrEqual(1)
  expect(later.law).toEqual(before.law)
})

it('has nothing left to count once the document is issued', () => {
  const scenario = new Scenario('KK_LOST').issued()
  const clocks = clocksOf(scenario.case, scenario.events, scenario.now)
  expect([clocks.promise, clocks.law, clocks.stage]).toEqual([undefined, undefined, 'terbit'])
})
