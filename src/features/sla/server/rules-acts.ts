import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { RulesAnswer, RulesChange, RulesRefusal, RulesShell } from '#server/sla/change-rules.ts'
import { changeRules, refused } from '#server/sla/change-rules.ts'
import type { DayInput, HoursInput, PolicyInput } from '#server/sla/rules-input.ts'
import { othersTooOf, outsideOf } from '#server/sla/within-area.ts'

export type Keeper = { readonly shell: RulesShell; readonly actor: Actor; readonly origin: Origin }

/** A day off, or one that is opened. What an administrator enters by hand is confirmed with it. */
export function addDay(keeper: Keeper, input: DayInput): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at) => {
    const outside = await outsideOf(db, keeper.actor, input.office)
    if (outside) return outside
    const { rowCount } = await db.query(
      "select 1 from calendar_day where on_day = $1 and office = $2 and state = 'CONFIRMED' and (kind = 'OPEN') = ($3 = 'OPEN')",
      [input.on, input.office, input.kind],
    )
    if (rowCount) return refused('day-known')
    await insertDay(db, input, 'CONFIRMED', keeper.actor.id, at)
    return {
      kind: 'day',
      action: 'calendar.addDay',
      subject: `day:${input.on}`,
      detail: {
        on: input.on,
        office: input.office,
        kind: input.kind,
        name: input.name,
        source: input.source,
      },
    }
  })
}

/** Confirms what was proposed, or takes back what holds: it stays on record. */
export function decideDay(
  keeper: Keeper,
  { id, confirm }: { readonly id: string; readonly confirm: boolean },
): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at) => {
    const { rows } = await db.query<{ on_day: string; office: string; name: string; state: string }>(
      'select on_day, office, name, state from calendar_day where id = $1 for update',
      [id],
    )
    const [day] = rows
    if (!day || day.state === 'WITHDRAWN') return refused('day-gone')
    const outside = await outsideOf(db, keeper.actor, day.office)
    if (outside) return outside
    if (confirm && day.state === 'CONFIRMED') return refused('nothing-changes')
    await db.query('update calendar_day set state = $2, decided_by = $3, decided_at = $4 where id = $1', [
      id,
      confirm ? 'CONFIRMED' : 'WITHDRAWN',
      keeper.actor.id,
      new Date(at),
    ])
    return {
      kind: 'day',
      action: confirm ? 'calendar.confirmDay' : 'calendar.withdrawDay',
      subject: `day:${day.on_day}`,
      detail: { on: day.on_day, office: day.office, name: day.name },
    }
  })
}

/** Hours of an office from a day on; the same beginning and name again is a correction. */
export function setHours(keeper: Keeper, input: HoursInput): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at) => {
    const outside = await outsideOf(db, keeper.actor, input.office)
    if (outside) return outside
    if (input.to !== null && input.to < input.from) return refused('ends-before-it-begins')
    await db.query(
      `insert into office_hours (office, from_day, to_day, name, version, week, entered_by, at)
       select $1, $2, $3, $4, 1 + coalesce((select max(version) from office_hours where office = $1 and from_day = $2 and name = $4), 0), $5, $6, $7`,
      [
        input.office,
        input.from,
        input.to,
        input.name,
        JSON.stringify(input.week),
        keeper.actor.id,
        new Date(at),
      ],
    )
    return {
      kind: 'hours',
      action: 'calendar.setHours',
      subject: `hours:${input.office}`,
      detail: { office: input.office, from: input.from, to: input.to, name: input.name, week: input.week },
    }
  })
}

/** All days off of a year are entered: from now on due days in it are no estimates. */
export function confirmYear(keeper: Keeper, year: number): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at) => {
    const outside = await othersTooOf(db, keeper.actor)
    if (outside) return outside
    const { rows } = await db.query<{ proposed: number; confirmed: number }>(
      `select count(*) filter (where state = 'PROPOSED')::int as proposed, count(*) filter (where state = 'CONFIRMED')::int as confirmed
       from calendar_day where left(on_day, 4) = $1`,
      [String(year)],
    )
    if ((rows[0]?.proposed ?? 0) > 0 || (rows[0]?.confirmed ?? 0) === 0) return refused('not-confirmed')
    const { rowCount } = await db.query(
      'insert into calendar_year (year, confirmed_by, at) values ($1, $2, $3) on conflict do nothing',
      [year, keeper.actor.id, new Date(at)],
    )
    if (rowCount === 0) return refused('nothing-changes')
    return { kind: 'year', action: 'calendar.confirmYear', subject: `year:${year}`, detail: { year } }
  })
}

/** A new standard from a day to come on: a case keeps the one of its own day. */
export function setPolicy(keeper: Keeper, input: PolicyInput): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at): Promise<RulesChange | RulesRefusal> => {
    const outside = await othersTooOf(db, keeper.actor)
    if (outside) return outside
    if (input.validFrom < localDateInWit(at)) return refused('policy-in-the-past')
    if (SERVICES.some((service) => !input.standards.some((one) => one.service === service)))
      return refused('service-missing')
    const { rows } = await db.query<{ version: number }>(
      'select coalesce(max(version), 1) + 1 as version from service_policy',
    )
    const version = rows[0]?.version ?? 2
    await db.query(
      'insert into service_policy (version, valid_from, source, standards, entered_by, at) values ($1, $2, $3, $4, $5, $6)',
      [
        version,
        input.validFrom,
        input.source,
        JSON.stringify(input.standards),
        keeper.actor.id,
        new Date(at),
      ],
    )
    return {
      kind: 'policy',
      action: 'policy.set',
      subject: `policy:${version}`,
      detail: { validFrom: input.validFrom, source: input.source, standards: input.standards },
    }
  })
}

export async function insertDay(
  db: Pick<pg.ClientBase, 'query'>,
  { on, office, kind, name, source, spans }: DayInput,
  state: 'PROPOSED' | 'CONFIRMED',
  by: string,
  at: number,
): Promise<void> {
  await db.query(
    `insert into calendar_day (id, on_day, office, kind, name, source, spans, state, entered_by, entered_at, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      randomUUID(),
      on,
      office,
      kind,
      name,
      source,
      spans ? JSON.stringify(spans) : null,
      state,
      by,
      new Date(at),
      state === 'CONFIRMED' ? by : null,
      state === 'CONFIRMED' ? new Date(at) : null,
    ],
  )
}
