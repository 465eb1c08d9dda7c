import { expect, test } from 'vitest'
import { HOUSE_RULES } from './house-rules.ts'
import { packRules, unpackRules } from './rules-parcel.ts'

const outage = { id: 'o', kind: 'SIAK' as const, reach: '81.01', from: 1, to: null, reason: '' }
const [first, ...others] = HOUSE_RULES.holidays

test('a page carries only what is not as it was installed, and the screen has all of it', () => {
  expect(packRules({ ...HOUSE_RULES, version: 7 })).toEqual({ version: 7 })
  for (const rules of [
    { ...HOUSE_RULES, version: 8, outages: [outage] },
    { ...HOUSE_RULES, version: 9, holidays: others },
    { ...HOUSE_RULES, version: 10, holidays: [...others, first!], confirmedYears: [] },
  ]) {
    const parcel = JSON.parse(JSON.stringify(packRules(rules))) as ReturnType<typeof packRules>
    expect(unpackRules(parcel)).toEqual(rules)
    expect(parcel).not.toHaveProperty('policies')
  }
})
