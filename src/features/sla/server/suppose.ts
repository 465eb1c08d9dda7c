import type { TimeRules } from '#domain/sla/time-rules.ts'
import type { DayInput, OutageInput } from '#server/sla/rules-input.ts'

/** The rules as they would be with one day more. */
export function withDay(rules: TimeRules, day: DayInput): TimeRules {
  const { office, on, name, source, kind, spans } = day
  return kind === 'OPEN'
    ? { ...rules, openings: [...rules.openings, { office, on, spans: spans ?? [], reason: name }] }
    : { ...rules, holidays: [...rules.holidays, { office, on, name, kind, source }] }
}

/** The rules as they would be with one outage more. */
export function withOutage(rules: TimeRules, { kind, reach, from, to, reason }: OutageInput): TimeRules {
  return { ...rules, outages: [...rules.outages, { id: 'supposed', kind, reach, from, to, reason }] }
}
