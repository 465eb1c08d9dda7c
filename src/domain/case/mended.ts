import type { CaseFile, Fault } from './case-file.ts'

/** Can the repair of this fault be seen: a new paper for its rule, or a change of its field, since it came back? */
export function isMended(caseFile: CaseFile, fault: Fault): boolean {
  const { returned } = caseFile
  if (returned === undefined) return false
  const paper = caseFile.papers.some((one) => one.ruleId === fault.ruleId && one.addedAt >= returned.at)
  return paper || (fault.field !== undefined && returned.changedFields.includes(fault.field))
}
