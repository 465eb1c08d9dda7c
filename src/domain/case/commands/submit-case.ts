import { accept, refuse } from '#domain/shared/decision.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { serviceAt } from '#domain/service/catalogue.ts'
import type { CaseHappening } from '../case-event.ts'
import { refusedByOwner } from '../draft-side.ts'
import { refusedByAnotherMove } from '../another-move.ts'
import { readyForm } from '../form.ts'
import type { Decide, May } from '../rule.ts'

export const maySubmit: May = (caseFile, actor, facts) => {
  const form = readyForm(caseFile, facts)
  return refusedByOwner(caseFile, actor) ?? ('why' in form ? form : undefined)
}

/**
 * T02, Ajukan: the draft becomes a case with a number, its clocks start, and the papers that its situation needs are
 * frozen as its checklist. The time is the arrival at the server; the device's own is kept beside it.
 * Refuses while a form error, an open conflict, a missing paper or a missing statement remains, and someone who
 * stands in another move.
 */
export const decideSubmit: Decide<'submit'> = (caseFile, { deviceAt }, _actor, facts) => {
  const form = readyForm(caseFile, facts)
  if ('why' in form) return refuse(form)
  const moving = refusedByAnotherMove(facts)
  if (moving !== undefined) return refuse(moving)
  if (facts.number === undefined) throw new Error('submit needs the next case number')
  const submitted: CaseHappening = {
    type: 'Submitted',
    number: facts.number,
    ruleVersion: serviceAt(caseFile.service).version,
    checklist: form.checklist,
    reportOn: localDateInWit(facts.now),
    ...(deviceAt === undefined ? {} : { deviceAt }),
  }
  return Object.keys(form.tidied).length > 0
    ? accept<CaseHappening>({ type: 'AnswersEdited', changed: form.tidied }, submitted)
    : accept(submitted)
}
