import type { Actor } from '#domain/access/actor.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import type { Origin } from '#server/audit/chain.ts'
import { faultIdOf } from '#server/fault-id.ts'
import type { Shell } from '#server/shell.ts'
import { runCommand } from './run-command.ts'
import { runCommands } from './run-commands.ts'

type EachShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'feed' | 'log'>

/** What one of many came to: an answer of the rule, or a fault with the number to quote. */
export type EachAnswer = CommandAnswer | { readonly faultId: string }

/**
 * The same act on many cases, each with its own answer in the order asked. In one transaction, because that is quick;
 * where that fails as a whole, one by one, so that a case that cannot be done stops no other.
 */
export async function runEach(
  shell: EachShell,
  actor: Actor,
  envelopes: readonly CommandEnvelope[],
  origin: Origin,
): Promise<readonly EachAnswer[]> {
  const at = shell.clock()
  try {
    return await runCommands(
      shell,
      envelopes.map((envelope) => ({ actor, envelope, at, origin })),
    )
  } catch (error) {
    shell.log.warn({ err: error, n: envelopes.length }, 'many at once failed: each by itself')
  }
  const answers: EachAnswer[] = []
  for (const envelope of envelopes) answers.push(await runAlone(shell, actor, envelope, origin))
  return answers
}

async function runAlone(
  shell: EachShell,
  actor: Actor,
  envelope: CommandEnvelope,
  origin: Origin,
): Promise<EachAnswer> {
  try {
    return await runCommand(shell, actor, envelope, origin)
  } catch (error) {
    const faultId = faultIdOf(error instanceof Error ? error : new Error('not an error'))
    shell.log.error({ faultId, caseId: envelope.caseId, err: error }, 'one of many failed')
    return { faultId }
  }
}
