import type { Actor } from '#domain/access/actor.ts'
import { sideOf } from '#domain/access/may-see.ts'
import { mergeVisits, Visit } from '#domain/intake/visit/visit.ts'
import { contains } from '#domain/shared/region-tree.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'

export type VisitShell = Pick<Shell, 'pool' | 'sealer' | 'clock'>

const place = (id: string): string => `visit:${id}`

/** May this person keep or read the day of a negeri? Staff of that place: the negeri, or the Dinas above it. */
export function mayKeepVisit(actor: Actor, negeri: string): boolean {
  const side = sideOf(actor)
  return (side === 'negeri' || side === 'dinas') && actor.areas.some((area) => contains(area, negeri))
}

/** Merges a device's copy of a day into the Dinas's. `undefined`: not this person's to keep. */
export async function keepVisit(shell: VisitShell, actor: Actor, visit: Visit): Promise<Visit | undefined> {
  if (!mayKeepVisit(actor, visit.negeri)) return undefined
  const now = new Date(shell.clock())
  return inTransaction(shell.pool, async (db) => {
    await db.query("select pg_advisory_xact_lock(hashtext('visit'), hashtext($1))", [visit.id])
    const { rows } = await db.query<{ negeri: string; sealed: Buffer }>(
      'select negeri, sealed from visit where id = $1',
      [visit.id],
    )
    const [known] = rows
    if (known && known.negeri !== visit.negeri) return undefined
    const merged = known ? mergeVisits(openVisit(shell, visit.id, known.sealed), visit) : visit
    // More families than a day can hold: what is there must stay readable, for it is read with every list.
    if (!Visit.safeParse(merged).success) return undefined
    const sealed = shell.sealer.seal(JSON.stringify(merged), place(visit.id))
    await db.query(
      `insert into visit (id, negeri, day, owner_id, created_at, changed_at, closed, sealed)
       values ($1, $2, $3, $4, $5, $5, $6, $7)
       on conflict (id) do update set day = excluded.day, changed_at = excluded.changed_at,
         closed = excluded.closed, sealed = excluded.sealed`,
      [visit.id, merged.negeri, merged.day, actor.id, now, merged.closedAt !== null, sealed],
    )
    return merged
  })
}

/** The days that came in a sealed file; answers the ids of those that are kept now. */
export async function keepVisits(
  shell: VisitShell,
  actor: Actor,
  given: readonly unknown[],
): Promise<string[]> {
  const kept: string[] = []
  for (const one of given) {
    const { data } = Visit.safeParse(one)
    if (data !== undefined && (await keepVisit(shell, actor, data)) !== undefined) kept.push(data.id)
  }
  return kept
}

export function openVisit(shell: Pick<VisitShell, 'sealer'>, id: string, sealed: Uint8Array): Visit {
  return Visit.parse(JSON.parse(shell.sealer.open(sealed, place(id))))
}
