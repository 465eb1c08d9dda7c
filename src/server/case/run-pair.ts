import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { Mirrored } from '#domain/case/twin-pair.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { commandIdOf } from '#server/sla/command-id-of.ts'
import type { HouseFacts } from './house-facts.ts'
import type { Asked } from './plan-change.ts'
import { runCommandsIn } from './run-commands.ts'
import type { WriterShell } from './writer-shell.ts'

/** One of the two was refused: neither is written. */
class PairRefused extends Error {
  override readonly name = 'PairRefused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.why)
    this.refusal = refusal
  }
}

/**
 * Decides something of two cases at once: both rules are asked, both changes are written, or none, in one transaction
 * with both queues locked. Sent again it is the same command for both. The rights on each case are asked by its own rule.
 */
export async function runPair(
  shell: WriterShell,
  { actor, envelope, origin }: Asked,
  { caseId, command }: Mirrored,
  house: HouseFacts,
): Promise<CommandAnswer> {
  const other = {
    commandId: commandIdOf(`pair/${envelope.commandId}`),
    caseId,
    seenVersion: 0,
    command,
  }
  const at = shell.clock()
  const both = [envelope, other].map((one) => ({ actor, envelope: one, at, origin }))
  try {
    const { answers, queues } = await inTransaction(shell.pool, async (db) => {
      const done = await runCommandsIn(shell, db, both, house)
      for (const answer of done.answers) if (!answer.ok) throw new PairRefused(answer.refusal)
      return done
    })
    for (const queue of queues) shell.feed.wake(queue)
    const [answer] = answers
    if (answer === undefined) throw new Error('a pair without an answer')
    return answer
  } catch (error) {
    if (error instanceof PairRefused) return { ok: false, refusal: error.refusal }
    throw error
  }
}
