import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { inTransaction } from '#server/db/in-transaction.ts'

const BY = 'seed'

/**
 * The rules of time that the system is installed with, as rows that an administrator can see, add to and take back:
 * hours of all offices, the days off of the decrees (confirmed), the first standard. Empty tables only.
 */
export function seedCalendar(database: pg.Pool, at: Date): Promise<void> {
  return inTransaction(database, (pool) => fill(pool, at))
}

async function fill(pool: pg.ClientBase, at: Date): Promise<void> {
  const { rows } = await pool.query('select 1 from office_hours limit 1')
  if (rows.length > 0) return
  const { hours, holidays, confirmedYears, policies } = HOUSE_RULES
  for (const { office, from, to, name, week } of hours)
    await pool.query(
      'insert into office_hours (office, from_day, to_day, name, version, week, entered_by, at) values ($1, $2, $3, $4, 1, $5, $6, $7) on conflict do nothing',
      [office, from, to, name, JSON.stringify(week), BY, at],
    )
  for (const { version, validFrom, source, standards } of policies)
    await pool.query(
      'insert into service_policy (version, valid_from, source, standards, entered_by, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [version, validFrom, source, JSON.stringify(standards), BY, at],
    )
  for (const { office, on, name, kind, source } of holidays)
    await pool.query(
      `insert into calendar_day (id, on_day, office, kind, name, source, state, entered_by, entered_at, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, 'CONFIRMED', $7, $8, $7, $8)`,
      [randomUUID(), on, office, kind, name, source, BY, at],
    )
  for (const year of confirmedYears)
    await pool.query(
      'insert into calendar_year (year, confirmed_by, at) values ($1, $2, $3) on conflict do nothing',
      [year, BY, at],
    )
}
