import type { Db } from './people-sql.ts'

/** The first of these codes that is no region we know; `undefined` when all are. */
export async function unknownArea(db: Db, areas: readonly string[]): Promise<string | undefined> {
  const { rows } = await db.query<{ area: string }>(
    'select a as area from unnest($1::text[]) as a where not exists (select 1 from region r where r.code = a) limit 1',
    [areas],
  )
  return rows[0]?.area
}
