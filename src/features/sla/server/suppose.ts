import type { OfficeHours, Policy, TimeRules } from '#domain/sla/time-rules.ts'
import type { DayInput, HoursInput, OutageInput, PolicyInput } from '#server/sla/rules-input.ts'

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

/** The rules as they would be with these hours: the same office, beginning and name again is a correction. */
export function withHours(rules: TimeRules, { office, from, to, name, week }: HoursInput): TimeRules {
  const hours: OfficeHours = { office, from, to, name, week }
  const others = rules.hours.filter(
    (one) => one.office !== office || one.from !== from || (one.name !== name && !isInstalled(one)),
  )
  return { ...rules, hours: [...others, hours] }
}

/** What the system was installed with gives way to the first own entry of its office and day. */
function isInstalled({ office, from }: OfficeHours): boolean {
  return office === '*' && from === '2020-01-01'
}

const nextVersion = ({ policies }: TimeRules): number =>
  Math.max(0, ...policies.map(({ version }) => version)) + 1

/** The rules as they would be with this standard from its day on: who was submitted before keeps their own. */
export function withPolicy(rules: TimeRules, input: PolicyInput): TimeRules {
  const policy: Policy = { version: nextVersion(rules), ...input }
  return { ...rules, policies: [...rules.policies, policy] }
}

/** "And if it held for everything that is open": the same standard, as if it had always been. */
export function underPolicy(rules: TimeRules, input: PolicyInput): TimeRules {
  return { ...rules, policies: [{ version: nextVersion(rules), ...input, validFrom: '2000-01-01' }] }
}
