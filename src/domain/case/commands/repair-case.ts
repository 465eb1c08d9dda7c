import { accept, refuse } from '#domain/shared/decision.ts'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseHappening } from '../case-event.ts'
import type { CaseFile, RepairAnswer } from '../case-file.ts'
import type { Facts } from '../facts.ts'
import { refusedByAnotherMove } from '../another-move.ts'
import { readyForm } from '../form.ts'
import { leaseEnd } from '../lease.ts'
import { isMended } from '../mended.ts'
import type { Answer, Decide, May } from '../rule.ts'
import type { Stage } from '../stage.ts'

/** A repair may be sent once the form is fit again; which faults were answered depends on the words given. */
export const mayRepair: May = (caseFile, _actor, facts) => {
  const form = readyForm(caseFile, facts)
  return 'why' in form ? form : undefined
}

/** T08, Ajukan kembali: the applicant, or the negeri for them, has mended every fault or answered it in words. */
export const decideResubmit: Decide<'resubmit'> = (caseFile, { answers }, actor, facts) =>
  sendBackIn(caseFile, answers, actor, facts)

/** T13, Perbaiki: the negeri has mended what the Dinas returned. */
export const decideRepair: Decide<'repair'> = (caseFile, { answers }, actor, facts) =>
  sendBackIn(caseFile, answers, actor, facts)

/**
 * Back to the stage that returned it, and to the same desk: whoever returned it gets the lease again, unless they
 * are gone. A negeri's own return then waits for any officer as if new; at the Dinas it waits in its stage.
 */
function sendBackIn(
  caseFile: CaseFile,
  answers: readonly RepairAnswer[],
  _actor: Actor,
  facts: Facts,
): Answer {
  const { returned } = caseFile
  if (returned === undefined) throw new Error('A returned case without its return')
  const unanswered = returned.faults.flatMap((fault, index) =>
    answers.some((answer) => answer.fault === index) || isMended(caseFile, fault) ? [] : [index],
  )
  if (unanswered.length > 0) return refuse({ why: 'faults-unanswered', faults: unanswered })
  const form = readyForm(caseFile, facts)
  if ('why' in form) return refuse(form)
  const moving = refusedByAnotherMove(facts)
  if (moving !== undefined) return refuse(moving)
  const desk =
    facts.desk?.id === returned.by.id ? { desk: { person: facts.desk, until: leaseEnd(facts) } } : {}
  const stage: Stage =
    returned.fromStage === 'NEGERI_REVIEW' && facts.desk === undefined ? 'SUBMITTED' : returned.fromStage
  const known = answers.filter((answer) => answer.fault < returned.faults.length)
  const sent: CaseHappening = {
    type: 'Resubmitted',
    stage,
    answers: known,
    checklist: form.checklist,
    ...desk,
  }
  return Object.keys(form.tidied).length > 0
    ? accept<CaseHappening>({ type: 'AnswersEdited', changed: form.tidied }, sent)
    : accept(sent)
}
