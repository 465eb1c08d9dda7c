import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseCommand } from './command.ts'
import { decideCreate } from './commands/create-case.ts'
import { decideOwn } from './decide-own.ts'
import { evolve } from './evolve.ts'
import type { Facts } from './facts.ts'
import { leaseEnd } from './lease.ts'
import { mayDo } from './may-do.ts'
import type { Answer } from './rule.ts'
import { stamp } from './stamp.ts'
import { decideTakeWork } from './take-work.ts'
import { personOf, visibleOf } from './visible.ts'

/** A lease younger than this is not renewed by each small act: that would double the log. */
const RENEW_AFTER_MS = MINUTE_MS

/**
 * The one answer to "may this happen to this case": the happenings that follow, or why not. First whether they may
 * see it and whether the table, the lease and the command's precheck allow it (`mayDo`), then the command's own
 * rule. Pure: the same question gets the same answer on the server, in the browser, in the seed and in a test.
 */
export function decide(
  caseFile: CaseFile | undefined,
  command: CaseCommand,
  actor: Actor,
  facts: Facts,
): Answer {
  if (command.type === 'create') {
    if (caseFile === undefined) return decideCreate(command, actor, facts)
    return refuse(maySee(actor, visibleOf(caseFile)) ? { why: 'already-exists' } : { why: 'not-found' })
  }
  if (caseFile === undefined) return refuse({ why: 'not-found' })
  const refusal = mayDo(caseFile, command.type, actor, facts)
  if (refusal !== undefined) return refuse(refusal)
  const answer =
    command.type === 'takeWork'
      ? decideTakeWork(caseFile, command, actor, facts)
      : decideOwn(caseFile, command, actor, facts)
  return renewLease(caseFile, actor, facts, answer)
}

/** Work by the holder that leaves the case in their hands keeps it there: activity extends the lease. */
function renewLease(caseFile: CaseFile, actor: Actor, facts: Facts, answer: Answer): Answer {
  if (!answer.ok) return answer
  const events = stamp(caseFile.id, caseFile.version, answer.events, personOf(actor), facts.now)
  const after = events.reduce<CaseFile>(evolve, caseFile)
  const until = leaseEnd(facts)
  const renew = after.holder?.id === actor.id && until - after.holder.until >= RENEW_AFTER_MS
  return renew ? accept(...answer.events, { type: 'ClaimExtended', until }) : answer
}
