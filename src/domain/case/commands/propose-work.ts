import { accept, refuse } from '#domain/shared/decision.ts'
import { LONGEST_PROPOSAL, lateWorkIn, MOST_PROPOSALS, MOST_PROPOSALS_OF_ONE } from '../late-work.ts'
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
  // Every step of the case seals it again, and every screen reads it: nobody fills it with what waits.
  if (JSON.stringify(work).length > LONGEST_PROPOSAL) return refuse({ why: 'proposal-too-big' })
  const waiting = (caseFile.proposals ?? []).filter((one) => one.settled === undefined)
  const own = waiting.filter((one) => one.by.id === actor.id)
  if (own.length >= MOST_PROPOSALS_OF_ONE)
    return refuse({ why: 'too-many-proposals', most: MOST_PROPOSALS_OF_ONE })
  if (waiting.length >= MOST_PROPOSALS) return refuse({ why: 'too-many-proposals', most: MOST_PROPOSALS })
  const written = writtenAt === undefined ? {} : { writtenAt: Math.min(writtenAt, facts.now) }
  return accept({ type: 'WorkProposed', proposalId, work, ...written })
}
