import type { CaseFile } from './case-file.ts'
import type { Refusal } from './refusal.ts'

/** Every line of the checklist must be in order, or not apply with its ground; this names those that are not. */
export function refusedByChecklist(caseFile: CaseFile): Refusal | undefined {
  const open = caseFile.checklist.filter((item) => item.result !== 'ok' && item.result !== 'notApplicable')
  return open.length > 0 ? { why: 'items-unchecked', ruleIds: open.map((item) => item.ruleId) } : undefined
}
