import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Twin } from '#domain/case/case-view.ts'
import { STAGES } from '#domain/case/stage.ts'
import type { Stage } from '#domain/case/stage.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Queryable } from '#server/case/rows.ts'

const MOST_TWINS = 20

/**
 * Other cases that name a NIK of this one, found by blind index. Only those that this person may open: a twin in
 * another negeri answers like no twin.
 */
export async function twinsOf(db: Queryable, actor: Actor, caseId: string): Promise<readonly Twin[]> {
  const { rows } = await db.query<TwinRow>({
    name: 'case-twins',
    text: `select c.id, c.number, c.service, c.stage, c.applicant, c.negeri, c.submitted, c.owner_id as "ownerId"
      from case_file c
      where c.id <> $1 and c.id in (select i.case_id from case_identity i where i.kind = 'nik' and i.hash in
        (select own.hash from case_identity own where own.case_id = $1 and own.kind = 'nik'))
      order by c.created_at desc limit 200`,
    values: [caseId],
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

type TwinRow = {
  readonly id: string
  readonly number: string | null
  readonly service: string
  readonly stage: string
  readonly applicant: string
  readonly negeri: string
  readonly submitted: boolean
  readonly ownerId: string
}

function stageFrom(text: string): Stage {
  const stage = STAGES.find((one) => one === text)
  if (stage === undefined) throw new Error(`unknown stage in case_file: ${text}`)
  return stage
}
