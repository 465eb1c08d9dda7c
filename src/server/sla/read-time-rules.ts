import * as z from 'zod/mini'
import type { HolidayKind, Holiday, Opening, TimeRules } from '#domain/sla/time-rules.ts'
import { HOLIDAY_KINDS, OUTAGE_KINDS } from '#domain/sla/time-rules.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import type { Queryable } from '#server/case/rows.ts'
import { SpansInput, StandardsInput, WeekInput } from './rules-input.ts'

/** What anyone still counts with; an outage of years ago stays on record and weighs nothing. */
const OUTAGES_KEPT = "interval '400 days'"

/**
 * The rules of time as the house has set them: the latest version of each part, and of the days off only those that an
 * administrator confirmed. What the system was installed with holds until something is entered in its place.
 */
export async function readTimeRules(db: Queryable): Promise<TimeRules> {
  const { rows } = await db.query<{ rules: unknown }>({ name: 'time-rules', text: READ })
  const read = Stored.parse(rows[0]?.rules)
  const days = read.days ?? []
  const closed = days.filter((day): day is typeof day & { kind: HolidayKind } => day.kind !== 'OPEN')
  const holidays: readonly Holiday[] = closed.map(({ office, on, name, kind, source }) => ({
    office,
    on,
    name,
    kind,
    source,
  }))
  const openings: readonly Opening[] = days
    .filter((day) => day.kind === 'OPEN')
    .map(({ office, on, name, spans }) => ({ office, on, spans: spans ?? [], reason: name }))
  const known = new Set(read.known)
  const [hours, policies] = [read.hours ?? [], read.policies ?? []]
  return {
    version: read.version,
    hours: [
      ...HOUSE_RULES.hours.filter(
        (one) => !hours.some(({ office, from }) => office === one.office && from === one.from),
      ),
      ...hours,
    ],
    holidays: [
      ...HOUSE_RULES.holidays.filter(({ on, office }) => !known.has(`${on} ${office}`)),
      ...holidays,
    ],
    openings,
    confirmedYears: [...new Set([...HOUSE_RULES.confirmedYears, ...(read.years ?? [])])],
    policies: [
      ...HOUSE_RULES.policies.filter((one) => !policies.some(({ version }) => version === one.version)),
      ...policies,
    ],
    outages: read.outages ?? [],
  }
}

const Stored = z.object({
  version: z.number(),
  hours: z.nullable(
    z.array(
      z.object({
        office: z.string(),
        from: z.string(),
        to: z.nullable(z.string()),
        name: z.string(),
        week: WeekInput,
      }),
    ),
  ),
  days: z.nullable(
    z.array(
      z.object({
        office: z.string(),
        on: z.string(),
        name: z.string(),
        source: z.string(),
        kind: z.enum([...HOLIDAY_KINDS, 'OPEN']),
        spans: z.nullable(SpansInput),
      }),
    ),
  ),
  /** Days of all offices that were ever entered, in whatever state. */
  known: z.array(z.string()),
  years: z.nullable(z.array(z.number())),
  policies: z.nullable(
    z.array(
      z.object({ version: z.number(), validFrom: z.string(), source: z.string(), standards: StandardsInput }),
    ),
  ),
  outages: z.nullable(
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(OUTAGE_KINDS),
        reach: z.string(),
        from: z.number(),
        to: z.nullable(z.number()),
        reason: z.string(),
      }),
    ),
  ),
})

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

// One statement, so that all parts are of one moment.
const READ = `
select jsonb_build_object(
  'version', (select version from time_rules where id = 1),
  'hours', (select jsonb_agg(jsonb_build_object('office', office, 'from', from_day, 'to', to_day, 'name', name, 'week', week) order by from_day, office)
    from (select distinct on (office, from_day, name) * from office_hours order by office, from_day, name, version desc) h where not withdrawn),
  'days', (select jsonb_agg(jsonb_build_object('office', office, 'on', on_day, 'name', name, 'source', source, 'kind', kind, 'spans', spans) order by on_day, office, entered_at)
    from calendar_day where state = 'CONFIRMED'),
  'known', (select coalesce(jsonb_agg(on_day || ' ' || office), '[]') from calendar_day where office = '*'),
  'years', (select jsonb_agg(year order by year) from calendar_year),
  'policies', (select jsonb_agg(jsonb_build_object('version', version, 'validFrom', valid_from, 'source', source, 'standards', standards) order by version)
    from service_policy),
  'outages', (select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'reach', reach, 'from', ${ms('began_at')}, 'to', ${ms('ended_at')}, 'reason', reason) order by began_at, id)
    from (select distinct on (id) * from outage order by id, version desc) o
    where not withdrawn and coalesce(ended_at, now()) > now() - ${OUTAGES_KEPT})
) as rules`
