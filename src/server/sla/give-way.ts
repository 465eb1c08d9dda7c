import { setTimeout as wait } from 'node:timers/promises'
import { commandsUnderWay } from '#server/case/run-command.ts'

/** Whoever works at a case goes first; but what waits for a whole counter to be empty would never end. */
const LONGEST_WAIT_MS = 30

/**
 * After a piece of work that nobody waits for: the machine belongs to those who work, for a share of the time that the
 * piece took, and then until no command of this process is under way. `rest` 0 gives no way.
 */
export async function giveWay(pool: object, tookMs: number, rest: number): Promise<void> {
  if (rest === 0) return
  await wait(tookMs * rest)
  for (let waited = 0; commandsUnderWay(pool) > 0 && waited < LONGEST_WAIT_MS; waited += 1) await wait(1)
}
