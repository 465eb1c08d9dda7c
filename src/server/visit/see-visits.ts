import type { Actor } from '#domain/access/actor.ts'
import type { Visible } from '#domain/access/may-see.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'
import { mayKeepVisit, openVisit } from './keep-visit.ts'

export type VisitLine = {
  readonly id: string
  readonly negeri: string
  readonly day: string
  readonly place: string
  readonly families: number
  readonly closed: boolean
}

type Row = { readonly id: string; readonly negeri: string; readonly sealed: Buffer }
type Standing = Visible & { readonly id: string; readonly number: string | null }

/** The days of this person's area, the latest first. */
export async function visitsFor(shell: Shell, actor: Actor): Promise<readonly VisitLine[]> {
  const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<Row & { day: string; closed: boolean }>(
      `select id, negeri, day, closed, sealed from visit where negeri = any($1::text[]) or negeri like any($2::text[])
       order by day desc, changed_at desc limit 100`,
      [actor.areas, actor.areas.map((area) => `${area}.%`)],
    ),
  )
  return rows
    .filter((row) => mayKeepVisit(actor, row.negeri))
    .map((row) => {
      const { place, families } = openVisit(shell, row.id, row.sealed)
      const { id, negeri, day, closed } = row
      return { id, negeri, day, place, families: families.length, closed }
    })
}

export type SeenVisit = {
  readonly visit: Visit
  /** Of the cases that this person may see: where they stand. */
  readonly standings: { readonly [caseId: string]: CaseStanding }
}

/** One day with its list and where its cases stand. A day elsewhere answers like none. */
export async function seeVisit(
  shell: Shell,
  actor: Actor,
  id: string,
  origin: Origin,
): Promise<SeenVisit | undefined> {
  const found = await readAs(shell.pool, sightOf(actor), async (db) => {
    const [row] = (await db.query<Row>('select id, negeri, sealed from visit where id = $1', [id])).rows
    if (row === undefined || !mayKeepVisit(actor, row.negeri)) return undefined
    const visit = openVisit(shell, id, row.sealed)
    const { rows: cases } = await db.query<Standing>(
      `select id, service, negeri, submitted, owner_id as "ownerId", number from case_file where id = any($1::uuid[])`,
      [visit.families.flatMap((family) => family.cases.map((one) => one.caseId))],
    )
    return { visit, cases }
  })
  if (found === undefined) return undefined
  const { visit, cases } = found
  await auditRead(shell, actor, { action: 'visit.open', subject: `visit:${id}`, detail: {} }, origin)
  const seen = cases.filter((one) => maySee(actor, one))
  const standings = Object.fromEntries(
    seen.map(({ id: caseId, submitted, number }) => [caseId, { submitted, number }]),
  )
  return { visit, standings }
}
