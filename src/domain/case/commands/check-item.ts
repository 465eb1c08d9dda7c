import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/**
 * Marks one line of the checklist. `notApplicable` needs its ground, `problem` the words of what is wrong; both are
 * what the next desk and the applicant read.
 */
export const decideCheckItem: Decide<'checkItem'> = (caseFile, { ruleId, result, ground }) => {
  const item = caseFile.checklist.find((one) => one.ruleId === ruleId)
  if (item === undefined) return refuse({ why: 'unknown-paper', ruleId })
  if ((result === 'notApplicable' || result === 'problem') && ground === undefined)
    return refuse({ why: 'ground-missing' })
  if (item.result === result && item.ground === ground) return refuse({ why: 'nothing-changes' })
  return accept({ type: 'ItemChecked', ruleId, result, ...(ground === undefined ? {} : { ground }) })
}
