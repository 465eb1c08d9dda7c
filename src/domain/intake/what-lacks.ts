import type { Paper } from '#domain/case/case-file.ts'
import type { Situation } from '#domain/service/answers.ts'
import { checkForm, findingsOf, neededPapers, visibleQuestions } from '#domain/service/check-form.ts'
import type {
  Finding,
  KindDefinition,
  PaperRule,
  Question,
  Where,
} from '#domain/service/service-definition.ts'

/** One thing that stands between a form and its submission, and where to mend it. */
export type Lacking =
  | { readonly what: 'answers'; readonly question: Question; readonly findings: readonly Finding[] }
  | { readonly what: 'paper'; readonly paper: PaperRule }

/**
 * "Ajukan, masih kurang 3": pages with an error, then papers that this situation needs and nobody has given, each
 * in the order in which they are asked. Doubts do not count.
 */
export function whatLacks(
  kind: KindDefinition,
  situation: Situation,
  where: Where,
  papers: readonly Pick<Paper, 'ruleId' | 'replacedBy'>[],
): readonly Lacking[] {
  const errors = checkForm(kind, situation, where).filter((finding) => finding.level === 'error')
  const pages = visibleQuestions(kind, situation).flatMap((question): Lacking[] => {
    const findings = findingsOf(question, errors)
    return findings.length > 0 ? [{ what: 'answers', question, findings }] : []
  })
  const given = new Set(papers.filter((paper) => paper.replacedBy === undefined).map((paper) => paper.ruleId))
  const missing = neededPapers(kind, situation).filter((paper) => !given.has(paper.id))
  return [...pages, ...missing.map((paper): Lacking => ({ what: 'paper', paper }))]
}
