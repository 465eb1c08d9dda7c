import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Twin } from '#domain/case/case-view.ts'
import { STAGES } from '#domain/case/stage.ts'
import type { Stage } from '#domain/case/stage.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Shell } from '#server/shell.ts'

const MOST_TWINS = 20

/**
 * Other cases that name a NIK of this one, found by blind index. Only those that this person may open: a twin in
 * another negeri answers like no twin.
 */
export async function twinsOf(shell: Shell, actor: Actor, caseId: string): Promise<readonly Twin[]> {
  const named = await shell.prisma.caseIdentity.findMany({
    where: { caseId, kind: 'nik' },
    select: { hash: true },
  })
  if (named.length === 0) return []
  const hashes = named.map((one) => one.hash)
  const others = await shell.prisma.caseIdentity.findMany({
    where: { kind: 'nik', hash: { in: hashes }, caseId: { not: caseId } },
    select: { caseId: true },
    distinct: ['caseId'],
    take: 200,
  })
  const rows = await shell.prisma.caseFile.findMany({
    where: { id: { in: others.map((one) => one.caseId) } },
    select: {
      id: true,
      number: true,
      service: true,
      stage: true,
      applicant: true,
      negeri: true,
      submitted: true,
      ownerId: true,
    },
    orderBy: { createdAt: 'desc' },
  })
  return rows
    .map((row) => ({ ...row, service: ServiceId.parse(row.service) }))
    .filter((row) => maySee(actor, row))
    .slice(0, MOST_TWINS)
    .map((row) => ({
      caseId: row.id,
      number: row.number,
      service: row.service,
      stage: stageFrom(row.stage),
      applicant: row.applicant,
    }))
}

function stageFrom(text: string): Stage {
  const stage = STAGES.find((one) => one === text)
  if (stage === undefined) throw new Error(`unknown stage in case_file: ${text}`)
  return stage
}
