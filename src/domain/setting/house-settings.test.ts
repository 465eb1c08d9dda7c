import { expect, test } from 'vitest'
import { DEFAULT_CASE_SETTINGS } from '#domain/case/facts.ts'
import { NOTHING_LOCAL } from '#domain/service/local-values.ts'
import { REMINDER_DAYS } from '#domain/sla/steps-ahead.ts'
import { fitsSetting, SETTING, SETTING_KEYS } from './house-settings.ts'

test('what holds until somebody sets it is what the rules are installed with, and fits its own bounds', () => {
  for (const [key, value] of Object.entries({ ...DEFAULT_CASE_SETTINGS, ...NOTHING_LOCAL }))
    expect([key, SETTING[key as keyof typeof SETTING].standard]).toEqual([key, value])
  for (const key of SETTING_KEYS) expect([key, fitsSetting(key, SETTING[key].standard)]).toEqual([key, true])
})

test.each([
  ['leaseMinutes', 4, false],
  ['leaseMinutes', 5, true],
  ['leaseMinutes', 5.5, false],
  ['leaseMinutes', '15', false],
  ['leaseMinutes', Number.NaN, false],
  ['negeriReviewEnabled', 1, false],
  ['negeriReviewEnabled', false, true],
  ['unusedKeptDays', 89, false],
  ['lateBirthFine', 1_000_001, false], // the ceiling of the law
] as const)('%s %s: %s', (key, value, fits) => {
  expect(fitsSetting(key, value)).toBe(fits)
})

test('a return is reminded of before it can expire', () => {
  expect(SETTING.returnExpiryDays.bounds?.least).toBeGreaterThanOrEqual(REMINDER_DAYS[1])
})
