import { HOUSE_RULES } from './house-rules.ts'
import type { TimeRules } from './time-rules.ts'

/** The rules of time as a page carries them: what is as it was installed stays at home, for the screen has that anyway. */
export type RulesParcel = Partial<TimeRules> & Pick<TimeRules, 'version'>

const PARTS = ['hours', 'holidays', 'openings', 'confirmedYears', 'policies', 'outages'] as const

export function packRules(rules: TimeRules): RulesParcel {
  const others = PARTS.filter((part) => JSON.stringify(rules[part]) !== JSON.stringify(HOUSE_RULES[part]))
  return { version: rules.version, ...Object.fromEntries(others.map((part) => [part, rules[part]])) }
}

export function unpackRules(parcel: RulesParcel): TimeRules {
  return { ...HOUSE_RULES, ...parcel }
}
