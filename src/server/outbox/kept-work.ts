import type { Actor } from '#domain/access/actor.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import type { Origin } from '#server/audit/chain.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'

/** Work that came too late for its case, as the supervisor sees it. Numbers of people are masked. */
export type KeptWork = {
  readonly commandId: string
  readonly caseId: string
  readonly personName: string
  readonly why: string
  readonly receivedAt: number
  readonly command: CaseCommand
}

type Row = {
  readonly command_id: string
  readonly case_id: string
  readonly person_name: string
  readonly why: string
  readonly sealed: Buffer
  readonly at: number
}

const MOST = 200
/**
 * Within the supervisor's areas, and of their services where the case is known here. Joined with `case_file`, which
 * behind the wall shows no more cases than are theirs.
 */
const WITHIN = `(k.region = any($1::text[]) or k.region like any($2::text[]))
  and (cardinality($3::text[]) = 0 or not exists (
    select from case_file f where f.id = k.case_id and f.negeri = k.region and f.service <> all ($3::text[])))`
const reachOf = (actor: Actor) => [actor.areas, actor.areas.map((area) => `${area}.%`), actor.services]

/** What nobody has looked at yet, the oldest first; a read on record. */
export async function keptWork(shell: Shell, actor: Actor, origin: Origin): Promise<readonly KeptWork[]> {
  const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<Row>(
      `select command_id, case_id, person_name, why, sealed, (extract(epoch from received_at) * 1000)::float8 as at
       from kept_work k where settled_at is null and ${WITHIN} order by received_at limit ${MOST}`,
      reachOf(actor),
    ),
  )
  if (rows.length > 0)
    await auditRead(
      shell,
      actor,
      { action: 'kept.list', subject: actor.id, detail: { n: rows.length } },
      origin,
    )
  return rows.map(({ command_id: commandId, case_id: caseId, person_name: personName, why, sealed, at }) => ({
    commandId,
    caseId,
    personName,
    why,
    receivedAt: at,
    command: maskLongNumbers(JSON.parse(shell.sealer.open(sealed, `kept:${commandId}`)) as CaseCommand),
  }))
}

/** The supervisor has dealt with it. It stays on record, and leaves the list. */
export async function settleKept(
  shell: Shell,
  actor: Actor,
  commandId: string,
  origin: Origin,
): Promise<boolean> {
  const { rowCount } = await shell.pool.query(
    `update kept_work k set settled_at = to_timestamp($4::float8 / 1000), settled_by = $5
     where command_id = $6 and settled_at is null and ${WITHIN}`,
    [...reachOf(actor), shell.clock(), actor.id, commandId],
  )
  if (rowCount !== 1) return false
  await auditRead(shell, actor, { action: 'kept.settle', subject: commandId, detail: {} }, origin)
  return true
}
