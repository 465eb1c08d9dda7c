import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { NoticeAudience } from './audience.ts'
import { DINAS_OFFICE, OFFICE } from '#domain/case/mentions.ts'
import { workersAt } from '#domain/case/transition.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import { isAtDinas } from './is-at-dinas.ts'

/** Whom an event calls by name, whatever kind it is. */
export function mentionsIn(event: CaseEvent): readonly string[] {
  return 'mentions' in event ? (event.mentions ?? []) : []
}

/**
 * Who answers for what is called. The negeri: its officers, and only the case's own. The Dinas: whoever has the case in
 * hand, else those who may take it as it stands, else the supervisor.
 */
export function audiencesOfMention(id: string, file: CaseFile): readonly NoticeAudience[] {
  if (!id.startsWith(OFFICE)) return [{ personId: id }]
  if (id !== DINAS_OFFICE)
    return id === `${OFFICE}${file.negeri}` ? [{ role: 'NEGERI_OFFICER', region: file.negeri }] : []
  const region = regencyOf(file.negeri)
  if (file.holder && isAtDinas(file.holder.role)) return [{ personId: file.holder.id }]
  const roles = workersAt(file.held?.from ?? file.stage).filter(isAtDinas)
  return (roles.length > 0 ? roles : (['SUPERVISOR'] as const)).map((role) => ({ role, region }))
}
