import { checkForm } from '#domain/service/check-form.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { CaseFile } from './case-file.ts'
import type { Facts } from './facts.ts'
import { hasPaper, kindOfCase, situationOf } from './form.ts'
import type { Refusal } from './refusal.ts'
import { repairScopeOf } from './repair-scope.ts'

type Asked = {
  readonly fields?: readonly string[]
  readonly paper?: { readonly ruleId: string; readonly replaces: Uuid | undefined }
}

/**
 * A repair changes what was asked for, and nothing that the office has looked at. Open besides: what nobody answered yet,
 * what is wrong in the form, and a paper that is missing, because a repaired answer may ask for more.
 */
export function refusedByScope(caseFile: CaseFile, facts: Facts, asked: Asked): Refusal | undefined {
  const scope = repairScopeOf(caseFile)
  if (scope === undefined || scope.whole) return undefined
  const { fields = [], paper } = asked
  if (paper !== undefined) {
    const { ruleId, replaces } = paper
    const open =
      replaces === undefined
        ? scope.ruleIds.includes(ruleId) || !hasPaper(caseFile, ruleId)
        : scope.fileIds.includes(replaces)
    if (!open) return { why: 'locked', ruleIds: [ruleId], fields: [] }
  }
  const foreign = fields.filter(
    (field) => !scope.fields.includes(field) && caseFile.answers[field] !== undefined,
  )
  if (foreign.length === 0) return undefined
  const wrong = fieldsInError(caseFile, facts)
  const locked = foreign.filter((field) => !wrong.has(field))
  return locked.length > 0 ? { why: 'locked', ruleIds: [], fields: locked } : undefined
}

function fieldsInError(caseFile: CaseFile, facts: Facts): ReadonlySet<string> {
  const where = {
    negeri: caseFile.negeri,
    knownNegeri: facts.knownNegeri,
    ...(facts.knownRegions ? { knownRegions: facts.knownRegions } : {}),
  }
  const findings = facts.findings ?? checkForm(kindOfCase(caseFile), situationOf(caseFile, facts.now), where)
  return new Set(findings.filter(({ level }) => level === 'error').map(({ field }) => field))
}
