import type { Answers } from './answers.ts'
import { kindOf } from './catalogue.ts'
import { checkForm, dueOutputs, neededPapers, visibleQuestions } from './check-form.ts'
import { sampleAnswers } from './sample-answers.ts'
import { seededRandom } from './samples/seeded-random.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'

const NEGERI = '81.01.12.2001'
const REPORT_ON = '2026-11-24'

/** For tests of kinds: a valid sample, changed at some answers, and what the rules say of it. */
export function trial(
  service: ServiceId,
  kindId: string,
  variant: string,
  change: Answers | ((answers: Answers) => Answers) = {},
) {
  const kind = kindOf(service, kindId)
  if (kind === undefined) throw new Error(`no kind ${kindId}`)
  const given = sampleAnswers(kindId, variant, {
    random: seededRandom(11),
    reportOn: REPORT_ON,
    negeri: NEGERI,
  })
  const answers = typeof change === 'function' ? change(given) : { ...given, ...change }
  const situation = { answers, reportOn: REPORT_ON }
  const where = { negeri: NEGERI }
  return {
    papers: neededPapers(kind, situation).map((paper) => paper.id),
    findings: checkForm(kind, situation, where).map(
      ({ level, code, field, row, column }) =>
        `${level} ${code} ${field}${row === undefined ? '' : `[${row}]`}${column === undefined ? '' : `.${column}`}`,
    ),
    pages: visibleQuestions(kind, situation).map((question) => question.id),
    says: Object.fromEntries(
      kind.questions.map((question) => [question.id, question.insight?.(situation, where)?.id]),
    ),
    outputs: dueOutputs(kind, situation).map((output) => output.id),
    followUps: (kind.followUps?.(situation) ?? []).map((next) => next.kind),
    applicant: kind.applicantName(situation),
  }
}

/** The same answers with one line of a repeated question changed. */
export function withRow(
  answers: Answers,
  field: string,
  index: number,
  change: { [column: string]: string },
): Answers {
  const rows = answers[field]
  return {
    ...answers,
    [field]: Array.isArray(rows) ? rows.map((row, at) => (at === index ? { ...row, ...change } : row)) : [],
  }
}
