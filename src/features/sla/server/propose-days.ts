import { inTransaction } from '#server/db/in-transaction.ts'
import { record } from '#server/audit/record.ts'
import type { Keeper } from './rules-acts.ts'
import { insertDay } from './rules-acts.ts'

const SOURCE = 'date-holidays (perkiraan)'

/**
 * Proposes a year's national holidays from a library that does not know the decrees: cuti bersama are missing, Islamic
 * days may be one off. Nothing is counted until an administrator has confirmed each. Answers how many are new.
 */
export async function proposeDays({ shell, actor, origin }: Keeper, year: number): Promise<number> {
  const { default: Holidays } = await import('date-holidays')
  const found = new Holidays('ID', { languages: 'id', types: ['public'] }).getHolidays(year)
  // The first ten characters only: an Islamic day begins at sunset before, and the library counts in Jakarta.
  const days = new Map(found.map(({ date, name }) => [date.slice(0, 10), name]))
  const at = shell.clock()
  const added = await inTransaction(shell.pool, async (db) => {
    await db.query('select 1 from time_rules where id = 1 for update')
    const { rows } = await db.query<{ on_day: string }>(
      'select distinct on_day from calendar_day where left(on_day, 4) = $1',
      [String(year)],
    )
    const known = new Set(rows.map((row) => row.on_day))
    const fresh = [...days].filter(([on]) => on.startsWith(String(year)) && !known.has(on))
    for (const [on, name] of fresh)
      await insertDay(
        db,
        { on, name, office: '*', kind: 'NATIONAL', source: SOURCE },
        'PROPOSED',
        actor.id,
        at,
      )
    return fresh.length
  })
  await record(shell.pool, {
    at,
    personId: actor.id,
    role: actor.role,
    action: 'calendar.propose',
    subject: `year:${year}`,
    detail: { year, added },
    ...origin,
  })
  return added
}
