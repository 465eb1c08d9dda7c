import type { CaseFile, Fault } from './case-file.ts'
import { newestOf, pinOf } from './pins-of.ts'

/**
 * Can the repair of this fault be seen: a new paper for its rule, or a change of its field, since it came back? Of a
 * fault with pins every page that they stand on must have another in its place.
 */
export function isMended(caseFile: CaseFile, fault: Fault): boolean {
  const { returned } = caseFile
  if (returned === undefined) return false
  if (fault.field !== undefined && returned.changedFields.includes(fault.field)) return true
  const { pins = [] } = fault
  if (pins.length === 0)
    return caseFile.papers.some((one) => one.ruleId === fault.ruleId && one.addedAt >= returned.at)
  const pages = pins.map((id) => newestOf(caseFile.papers, pinOf(caseFile, id)?.fileId ?? ''))
  return pages.every((page) => page !== undefined && page.addedAt >= returned.at)
}
