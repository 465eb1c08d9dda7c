import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
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

/** The days of this person's area, the latest first. */
export async function visitsFor(shell: Shell, actor: Actor): Promise<readonly VisitLine[]> {
  const rows = await shell.prisma.visit.findMany({
    where: {
      OR: actor.areas.flatMap((area) => [{ negeri: area }, { negeri: { startsWith: `${area}.` } }]),
    },
    orderBy: [{ day: 'desc' }, { changedAt: 'desc' }],
    take: 100,
  })
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
  const row = await shell.prisma.visit.findUnique({ where: { id } })
  if (row === null || !mayKeepVisit(actor, row.negeri)) return undefined
  const visit = openVisit(shell, id, row.sealed)
  await auditRead(shell, actor, { action: 'visit.open', subject: `visit:${id}`, detail: {} }, origin)
  const cases = await shell.prisma.caseFile.findMany({
    where: { id: { in: visit.families.flatMap((family) => family.cases.map((one) => one.caseId)) } },
    select: { id: true, service: true, negeri: true, submitted: true, ownerId: true, number: true },
  })
  const seen = cases.filter((one) => maySee(actor, { ...one, service: ServiceId.parse(one.service) }))
  const standings = Object.fromEntries(
    seen.map(({ id: caseId, submitted, number }) => [caseId, { submitted, number }]),
  )
  return { visit, standings }
}
