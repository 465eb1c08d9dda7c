import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { Role } from '#domain/access/role.ts'
import { workersAt } from '#domain/case/transition.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Shell } from '#server/shell.ts'
import { visibleCase } from './open-case.ts'

/** Someone a case can be given to, and how much they hold already. */
export type Colleague = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly holds: number
}

/** The people who may work on this case in its present stage, the least busy first. */
export async function colleaguesOf(
  shell: Shell,
  actor: Actor,
  caseId: string,
): Promise<readonly Colleague[]> {
  const file = await visibleCase(shell, actor, caseId)
  if (!file) return []
  const roles = workersAt(file.held?.from ?? file.stage)
  const people = await shell.prisma.person.findMany({
    where: { disabledAt: null, role: { in: [...roles] } },
    select: { id: true, name: true, role: true, areas: true, services: true },
  })
  const allowed = people
    .map((person) => ({
      ...person,
      role: Role.parse(person.role),
      services: person.services.map((one) => ServiceId.parse(one)),
    }))
    .filter((person) => maySee(person, visibleOf(file)))
  const held = await shell.prisma.caseFile.groupBy({
    by: ['holderId'],
    where: {
      holderId: { in: allowed.map((person) => person.id) },
      holderUntil: { gt: new Date(shell.clock()) },
    },
    _count: true,
  })
  const holds = (id: string) => held.find((one) => one.holderId === id)?._count ?? 0
  return allowed
    .map((person) => ({ id: person.id, name: person.name, role: person.role, holds: holds(person.id) }))
    .sort((a, b) => a.holds - b.holds || a.name.localeCompare(b.name))
}
