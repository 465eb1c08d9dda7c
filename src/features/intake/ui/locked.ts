import type { DraftPaper, DraftView } from '#domain/intake/draft-view.ts'
import type { Answers, AnswerValue } from '#domain/service/answers.ts'
import type { Finding } from '#domain/service/service-definition.ts'

/** What of a form may be changed: all of it, or while it is repaired what the return asked for. */
export type Open = {
  readonly field: (id: string) => boolean
  readonly paper: (ruleId: string, present: boolean) => boolean
  readonly page: (paper: DraftPaper) => boolean
}

const ALL: Open = { field: () => true, paper: () => true, page: () => true }

/**
 * The rule of the Dinas, as the form shows it (`refusedByScope`). `before` is the form as it was when it was opened: what
 * nobody had answered then is open to its end.
 */
export function openTo(view: DraftView, before: Answers, findings: readonly Finding[]): Open {
  const { scope, returned } = view
  if (scope === undefined || scope.whole) return ALL
  const wrong = new Set(findings.filter(({ level }) => level === 'error').map(({ field }) => field))
  const answered = (value: AnswerValue | undefined) => value !== undefined && value !== ''
  return {
    field: (id) => scope.fields.includes(id) || !answered(before[id]) || wrong.has(id),
    paper: (ruleId, present) => !present || scope.ruleIds.includes(ruleId),
    page: ({ fileId, ruleId, addedAt }) =>
      scope.fileIds.includes(fileId) ||
      (scope.ruleIds.includes(ruleId) && returned !== null && addedAt >= returned.at),
  }
}
