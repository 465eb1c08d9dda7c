import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseEvent } from '#domain/case/case-event.ts'
import type { LikelyTwin, Twin } from '#domain/case/case-view.ts'
import { rowOf } from '#domain/case/row-of.ts'
import { STAGES } from '#domain/case/stage.ts'
import type { Stage } from '#domain/case/stage.ts'
import { twinSubjectOf } from '#domain/identity/twin-subject.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { NearTwin } from '#server/case/likely-twins.ts'
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

/** Those of the cases in a history of rulings that this person may open: the others stay unnamed. */
export async function visibleTwins(
  db: Queryable,
  actor: Actor,
  events: readonly CaseEvent[],
): Promise<ReadonlySet<string>> {
  const others = events.flatMap((event) => ('other' in event ? [event.other] : []))
  if (others.length === 0) return new Set()
  const { rows } = await db.query<TwinRow>({
    name: 'case-ruled-twins',
    text: `select c.id, c.number, c.service, c.stage, c.applicant, c.negeri, c.submitted, c.owner_id as "ownerId"
      from case_file c where c.id = any($1::uuid[])`,
    values: [others],
  })
  const seen = rows.filter((row) => maySee(actor, { ...row, service: ServiceId.parse(row.service) }))
  return new Set(seen.map((row) => row.id))
}

/** As the screen shows it: by whom it is about and why, without a number of a person. */
export function likelyFrom(near: readonly NearTwin[]): readonly LikelyTwin[] {
  return near.map(({ file, likeness }) => ({
    caseId: file.id,
    number: file.number ?? null,
    service: file.service,
    kind: file.kind,
    stage: file.stage,
    negeri: file.negeri,
    applicant: rowOf(file, 0).applicant,
    subject: twinSubjectOf(file.service, file.kind, file.answers),
    reasons: likeness.reasons,
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
