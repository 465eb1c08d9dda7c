import type { CaseCommand } from '#domain/case/command.ts'
import type { DraftPaper, DraftView } from '#domain/intake/draft-view.ts'
import type { Answers, AnswerValue } from '#domain/service/answers.ts'

type Edits = { readonly [field: string]: AnswerValue | null }

/** Answers with edits over them; `null` clears one. */
export function mergeAnswers(answers: Answers, edits: Edits): Answers {
  const all = { ...answers, ...edits }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, AnswerValue] => entry[1] !== null),
  )
}

/**
 * A form as it looks once this command is done: while it waits on the device, and again when the Dinas said so and
 * the form was not read anew. `paper`: what a paper's item knows of its file.
 */
export function foldDraft(view: DraftView, command: CaseCommand, paper?: DraftPaper): DraftView {
  switch (command.type) {
    case 'create':
      return { ...view, answers: mergeAnswers(command.answers ?? {}, view.answers) }
    case 'edit':
      return { ...view, answers: mergeAnswers(view.answers, command.changed) }
    case 'settleConflict':
      return {
        ...view,
        answers: mergeAnswers(view.answers, { [command.field]: command.value }),
        conflicts: view.conflicts.filter((conflict) => conflict.field !== command.field),
      }
    case 'removePaper':
      return { ...view, papers: view.papers.filter((one) => one.fileId !== command.fileId) }
    case 'addPaper': {
      if (paper === undefined || view.papers.some((one) => one.fileId === command.fileId)) return view
      const { replaces } = command
      const papers = view.papers.map((one) =>
        one.fileId === replaces ? { ...one, replacedBy: command.fileId } : one,
      )
      return { ...view, papers: [...papers, paper] }
    }
    default:
      return view
  }
}
