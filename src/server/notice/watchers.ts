import type { Sealer } from '#server/seal/sealer.ts'
import type { Queryable } from '#server/case/rows.ts'

type Sealing = Pick<Sealer, 'seal' | 'open' | 'blindIndex'>

const contextOf = (caseId: string): string => `watcher/${caseId}`
const tokenOf = (sealer: Sealing, caseId: string, personId: string): string =>
  sealer.blindIndex('watcher', `${caseId}/${personId}`)

/** From now on this person follows the case, or no longer. Doing it twice changes nothing. */
export async function follow(
  db: Queryable,
  sealer: Sealing,
  { caseId, personId, on, at }: { caseId: string; personId: string; on: boolean; at: Date },
): Promise<void> {
  const token = tokenOf(sealer, caseId, personId)
  if (on)
    await db.query(
      'insert into watcher (case_id, token, sealed, at) values ($1, $2, $3, $4) on conflict do nothing',
      [caseId, token, sealer.seal(personId, contextOf(caseId)), at],
    )
  else await db.query('delete from watcher where case_id = $1 and token = $2', [caseId, token])
}

/** Who follows these cases: for the house, when it tells them. */
export async function watchersOf(
  db: Queryable,
  sealer: Sealing,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await db.query<{ case_id: string; sealed: Buffer }>(
    'select case_id, sealed from watcher where case_id = any($1::uuid[])',
    [caseIds],
  )
  const found = new Map<string, string[]>()
  for (const { case_id: caseId, sealed } of rows)
    found.set(caseId, [...(found.get(caseId) ?? []), sealer.open(sealed, contextOf(caseId))])
  return found
}

/** All that anybody is told of the list: how many, and whether oneself is among them. */
export async function countWatchers(
  db: Queryable,
  sealer: Sealing,
  caseId: string,
  personId: string,
): Promise<{ readonly n: number; readonly mine: boolean }> {
  const { rows } = await db.query<{ n: number; mine: boolean }>(
    'select count(*)::int as n, coalesce(bool_or(token = $2), false) as mine from watcher where case_id = $1',
    [caseId, tokenOf(sealer, caseId, personId)],
  )
  return rows[0] ?? { n: 0, mine: false }
}
