import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/**
 * Marks one line of the checklist, or several alike. `notApplicable` needs its ground, `problem` the words of what is
 * wrong; both are what the next desk and the applicant read.
 */
export const decideCheckItem: Decide<'checkItem'> = (caseFile, { ruleId, result, ground, also = [] }) => {
  const asked = [...new Set([ruleId, ...also])]
  const unknown = asked.find((id) => !caseFile.checklist.some((item) => item.ruleId === id))
  if (unknown !== undefined) return refuse({ why: 'unknown-paper', ruleId: unknown })
  const needsGround = result === 'notApplicable' || result === 'problem'
  if (needsGround && ground === undefined) return refuse({ why: 'ground-missing' })
  const words = ground === undefined ? {} : { ground }
  const marks = caseFile.checklist
    .filter((item) => asked.includes(item.ruleId) && (item.result !== result || item.ground !== ground))
    .map((item) => ({ type: 'ItemChecked', ruleId: item.ruleId, result, ...words }) as const)
  return marks.length > 0 ? accept(...marks) : refuse({ why: 'nothing-changes' })
}
