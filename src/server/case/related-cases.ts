import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Related } from '#domain/case/case-view.ts'
import { STAGES } from '#domain/case/stage.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Queryable } from './rows.ts'

type Row = {
  readonly id: string
  readonly number: string | null
  readonly service: string
  readonly kind: string
  readonly stage: string
  readonly applicant: string
  readonly negeri: string
  readonly submitted: boolean
  readonly ownerId: string
}

/** The other cases of one sitting: each with a clock and a number of its own. Only those that this person may open. */
export async function relatedCases(
  db: Queryable,
  actor: Actor,
  file: Pick<CaseFile, 'id' | 'bundle'>,
): Promise<readonly Related[]> {
  const { rows } = await db.query<Row>({
    name: 'case-related',
    text: `select c.id, c.number, c.service, c.kind, c.stage, c.applicant, c.negeri, c.submitted, c.owner_id as "ownerId"
      from case_file c
      where c.id <> $1 and (c.id = $2 or c.id in
        (select i.case_id from case_identity i where i.kind = 'bundle' and i.hash = $2::text))
      order by c.created_at limit 20`,
    values: [file.id, file.bundle ?? file.id],
  })
  return rows
    .map((row) => ({ ...row, service: ServiceId.parse(row.service) }))
    .filter((row) => maySee(actor, row))
    .flatMap(({ id, number, service, kind, stage: name, applicant }) => {
      const stage = STAGES.find((one) => one === name)
      return stage === undefined ? [] : [{ caseId: id, number, service, kind, stage, applicant }]
    })
}
