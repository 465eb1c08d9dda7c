import type { Actor } from '#domain/access/actor.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { scopeFilter } from '#server/case/scope.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'

/** One case that waits for this person's hands: a draft, or one that came back. */
export type DraftLine = {
  readonly caseId: string
  readonly service: ServiceId
  readonly kind: string
  readonly stage: Stage
  readonly number: string | null
  readonly applicant: string
  readonly negeri: string
  readonly changedAt: number
  readonly changedBy: string
}

const MOST = 100

/** Drafts and returned cases of this person's area, the returned ones first: their promise clock stands still. */
export async function draftList(shell: Shell, actor: Actor): Promise<readonly DraftLine[]> {
  const stages: readonly Stage[] =
    actor.role === 'CITIZEN'
      ? ['DRAFT', 'RETURNED_APPLICANT']
      : ['DRAFT', 'RETURNED_NEGERI', 'RETURNED_APPLICANT']
  const scope = scopeFilter(actor, 2)
  const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<DraftLine>(
      `select c.id as "caseId", c.service, c.kind, c.stage, c.number, c.applicant, c.negeri,
       (extract(epoch from c.changed_at) * 1000)::float8 as "changedAt", c.changed_by as "changedBy"
     from case_file c
     where c.open and c.stage = any($1::text[]) and ${scope.text}
     order by (c.stage = 'DRAFT'), c.changed_at desc limit ${MOST}`,
      [stages, ...scope.values],
    ),
  )
  return rows
}
