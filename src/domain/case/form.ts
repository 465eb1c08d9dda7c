import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import type { Answers, AnswerValue, Situation } from '#domain/service/answers.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { checkForm, neededPapers } from '#domain/service/check-form.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { sameAnswer } from '#domain/service/same-answer.ts'
import { tidyAnswers } from '#domain/service/tidy-answers.ts'
import type { CaseFile } from './case-file.ts'
import type { Facts } from './facts.ts'
import type { Refusal } from './refusal.ts'

/** Both statements that every application carries: what it says is true, and its notice on personal data was read. */
const CONSENTS: readonly string[] = ['truthStatement', 'privacyNoticeRead']

type Edits = { readonly [field: string]: AnswerValue | null }

/** The kind of a case. A case of a kind that the catalogue lost is a fault, not a refusal. */
export function kindOfCase(caseFile: CaseFile): KindDefinition {
  const kind = kindOf(caseFile.service, caseFile.kind, caseFile.ruleVersion)
  if (kind === undefined) throw new Error(`Unknown kind ${caseFile.service}/${caseFile.kind}`)
  return kind
}

/** What conditions look at: the answers, and the day of the *first* report, today while it is a draft. */
export function situationOf(caseFile: CaseFile, now: Instant): Situation {
  return { answers: caseFile.answers, reportOn: localDateInWit(caseFile.submittedAt ?? now) }
}

/** The first of these field ids that the kind does not ask. */
export function strangeField(kind: KindDefinition, fields: readonly string[]): string | undefined {
  const known = new Set(kind.questions.flatMap((question) => question.fields.map((field) => field.id)))
  return fields.find((field) => !known.has(field))
}

/** What a form ready to be sent amounts to: its tidied answers, and the papers that its situation needs. */
export type ReadyForm = { readonly tidied: Edits; readonly checklist: readonly string[] }

/**
 * Is the form fit to be sent, for the first time or repaired? No open conflict, both statements made, no error, and
 * every paper that this situation needs. The list shows only those, so that none is optional.
 */
export function readyForm(caseFile: CaseFile, facts: Facts): ReadyForm | Refusal {
  const { now } = facts
  const kind = kindOfCase(caseFile)
  if (caseFile.conflicts.length > 0) {
    return { why: 'conflicts-open', fields: caseFile.conflicts.map((conflict) => conflict.field) }
  }
  const answers = tidyAnswers(kind, situationOf(caseFile, now))
  const situation = { ...situationOf(caseFile, now), answers }
  const where = {
    negeri: caseFile.negeri,
    knownNegeri: facts.knownNegeri,
    ...(facts.knownRegions ? { knownRegions: facts.knownRegions } : {}),
  }
  const findings = (facts.findings ?? checkForm(kind, situation, where)).filter(
    ({ level }) => level === 'error',
  )
  const errors = findings.filter(({ field }) => !CONSENTS.includes(field))
  if (errors.length > 0) return { why: 'form-invalid', findings: errors }
  const checklist = neededPapers(kind, situation).map((paper) => paper.id)
  const missing = checklist.filter((ruleId) => !hasPaper(caseFile, ruleId))
  if (missing.length > 0) return { why: 'papers-missing', ruleIds: missing }
  const consented = CONSENTS.every((consent) => answers[consent] === true)
  return consented ? { tidied: difference(caseFile.answers, answers), checklist } : { why: 'consent-missing' }
}

/** Is there a paper, not replaced by a better one, for this rule? */
export function hasPaper(caseFile: CaseFile, ruleId: string): boolean {
  return caseFile.papers.some((paper) => paper.ruleId === ruleId && paper.replacedBy === undefined)
}

function difference(before: Answers, after: Answers): Edits {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  const edits = [...fields].map((field): [string, AnswerValue | null] => [field, after[field] ?? null])
  return Object.fromEntries(edits.filter(([field, value]) => !sameAnswer(before[field] ?? null, value)))
}
