import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { Role } from '#domain/access/role.ts'
import { workersAt } from '#domain/case/transition.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import { seeCase } from '#server/case/see-case.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'

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
  const file = await seeCase(shell, actor, caseId)
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
  const { rows: held } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<{ id: string; n: number }>(
      `select holder_id as id, count(*)::int as n from case_file
       where open and holder_id = any($1::text[]) and holder_until > $2 group by holder_id`,
      [allowed.map((person) => person.id), new Date(shell.clock())],
    ),
  )
  const holds = (id: string) => held.find((one) => one.id === id)?.n ?? 0
  return allowed
    .map((person) => ({ id: person.id, name: person.name, role: person.role, holds: holds(person.id) }))
    .sort((a, b) => a.holds - b.holds || a.name.localeCompare(b.name))
}
