import { accept, refuse } from '#domain/shared/decision.ts'
import { lateWorkIn } from '../late-work.ts'
import type { Decide } from '../rule.ts'

/**
 * What somebody did too late is laid before whoever holds the case now. It changes nothing but that: no answer, no
 * mark, no stage. The same act is proposed once, however often its device sends it.
 */
export const decideProposeWork: Decide<'proposeWork'> = (caseFile, command, actor, facts) => {
  const { proposalId, writtenAt } = command
  const work = lateWorkIn(command.work, actor.role)
  if (work === undefined) return refuse({ why: 'not-your-role', command: 'proposeWork' })
  if (caseFile.proposals?.some((one) => one.id === proposalId)) return refuse({ why: 'nothing-changes' })
  const written = writtenAt === undefined ? {} : { writtenAt: Math.min(writtenAt, facts.now) }
  return accept({ type: 'WorkProposed', proposalId, work, ...written })
}
