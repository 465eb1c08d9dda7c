import type { Actor } from '#domain/access/actor.ts'
import { scopeFilter } from '#server/case/scope.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'

/** A day of jemput bola, and the open cases that were begun on it, as far as this person may see them. */
export type VisitCases = {
  readonly id: string
  readonly negeri: string
  readonly day: string
  readonly cases: readonly string[]
}

/** The latest days; older ones have no open cases, or very few. */
const MOST_DAYS = 60

/** Which cases came from which day. A row of the list does not carry it, so the list asks when somebody filters by it. */
export async function visitCases(shell: Pick<Shell, 'pool'>, actor: Actor): Promise<readonly VisitCases[]> {
  const scope = scopeFilter(actor, 1)
  const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<VisitCases>(
      `select v.id, v.negeri, v.day, array_agg(c.id::text order by c.id) as cases
       from visit v join case_identity i on i.kind = 'visit' and i.hash = v.id::text
         join case_file c on c.id = i.case_id
       where c.open and ${scope.text}
       group by v.id, v.negeri, v.day order by v.day desc, v.id limit ${MOST_DAYS}`,
      [...scope.values],
    ),
  )
  return rows
}
