import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CommandEnvelope, CommandType } from '#domain/case/command.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { loadCase } from '#server/case/load-case.ts'
import type { Shell } from '#server/shell.ts'

/** They hold nothing that someone wrote. */
const EMPTY: ReadonlySet<CommandType> = new Set(['submit', 'discard', 'claim', 'release', 'extendClaim'])

/**
 * Puts a refused act aside, whole and sealed, for the supervisor and for whoever goes on with the case: nobody's
 * words are lost because a case went on without them. Kept twice, it is kept once.
 */
export async function keepWork(
  shell: Pick<Shell, 'pool' | 'sealer' | 'clock'>,
  actor: Actor,
  envelope: CommandEnvelope,
  why: string,
): Promise<void> {
  const { commandId, caseId, command } = envelope
  if (EMPTY.has(command.type)) return
  const file = await loadCase(shell, caseId)
  const seen = file !== undefined && maySee(actor, visibleOf(file))
  const region = seen ? file.negeri : (actor.areas[0] ?? '')
  await shell.pool.query(
    `insert into kept_work (command_id, person_id, person_name, case_id, region, why, sealed, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000)) on conflict do nothing`,
    [
      commandId,
      actor.id,
      actor.name,
      caseId,
      region,
      why,
      shell.sealer.seal(JSON.stringify(command), `kept:${commandId}`),
      shell.clock(),
    ],
  )
}
