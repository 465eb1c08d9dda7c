import { accept, refuse } from '#domain/shared/decision.ts'
import type { CaseHappening } from '../case-event.ts'
import { refusedByOwner } from '../draft-side.ts'
import { sameAnswer } from '#domain/service/same-answer.ts'
import { kindOfCase, strangeField } from '../form.ts'
import { refusedByScope } from '../refused-by-scope.ts'
import type { Decide, May } from '../rule.ts'

export const mayEdit: May = refusedByOwner

/**
 * Changes answers of a draft or of a returned case, field by field. `base` is each field as the editor saw it: a
 * field that moved on meanwhile keeps both values until a person picks, so that nobody's words are lost.
 */
export const decideEdit: Decide<'edit'> = (caseFile, command, _actor, facts) => {
  const strange = strangeField(kindOfCase(caseFile), Object.keys(command.changed))
  if (strange !== undefined) return refuse({ why: 'unknown-field', field: strange })
  const locked = refusedByScope(caseFile, facts, { fields: Object.keys(command.changed) })
  if (locked !== undefined) return refuse(locked)
  const now = (field: string) => caseFile.answers[field] ?? null
  const edits = Object.entries(command.changed).filter(([field, value]) => !sameAnswer(now(field), value))
  const untouched = ([field]: (typeof edits)[number]) => sameAnswer(now(field), command.base[field] ?? null)
  const merged = edits.filter(untouched)
  const happenings: CaseHappening[] = edits
    .filter((edit) => !untouched(edit))
    .map(([field, proposed]) => ({ type: 'AnswerConflicted', field, proposed }))
  if (merged.length > 0) happenings.unshift({ type: 'AnswersEdited', changed: Object.fromEntries(merged) })
  return happenings.length > 0 ? accept(...happenings) : refuse({ why: 'nothing-changes' })
}
