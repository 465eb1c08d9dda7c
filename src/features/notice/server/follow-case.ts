import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { DINAS_OFFICE, OFFICE } from '#domain/case/mentions.ts'
import { visibleOf } from '#domain/case/visible.ts'
import type { Role } from '#domain/access/role.ts'
import { seeCase } from '#server/case/see-case.ts'
import { countWatchers, follow } from '#server/notice/watchers.ts'
import type { Shell } from '#server/shell.ts'
import { staffAt } from '#server/sla/people-at-work.ts'

export type Following = { readonly n: number; readonly mine: boolean }

/** How many follow this case, and whether I do; who they are, nobody is told. A case that is not mine has nobody. */
export async function followingOf(shell: Shell, actor: Actor, caseId: string): Promise<Following | null> {
  const file = await seeCase(shell, actor, caseId)
  if (!file) return null
  return countWatchers(shell.pool, shell.sealer, caseId, actor.id)
}

export async function followCase(
  shell: Shell,
  actor: Actor,
  { caseId, on }: { readonly caseId: string; readonly on: boolean },
): Promise<Following | null> {
  const file = await seeCase(shell, actor, caseId)
  if (!file) return null
  await follow(shell.pool, shell.sealer, { caseId, personId: actor.id, on, at: new Date(shell.clock()) })
  return countWatchers(shell.pool, shell.sealer, caseId, actor.id)
}

export type Callable = {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** The negeri's is named by its code. */
  readonly offices: readonly string[]
}

/** Who may be called by name at this case: those of the staff who may open it, and its two offices. */
export async function callableAt(shell: Shell, actor: Actor, caseId: string): Promise<Callable | null> {
  const file = await seeCase(shell, actor, caseId)
  if (!file) return null
  const people = (await staffAt(shell.pool, file.negeri))
    .filter(({ id }) => id !== actor.id)
    .filter((person) => maySee(person, visibleOf(file)))
    .map(({ id, name, role }) => ({ id, name, role }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return { people, offices: [DINAS_OFFICE, `${OFFICE}${file.negeri}`] }
}
