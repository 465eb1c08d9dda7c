import type { DraftPaper, DraftView } from '#domain/intake/draft-view.ts'
import { whatLacks } from '#domain/intake/what-lacks.ts'
import type { Answers, Situation } from '#domain/service/answers.ts'
import { checkForm, neededPapers, visibleFields, visibleQuestions } from '#domain/service/check-form.ts'
import type { KindDefinition, Where } from '#domain/service/service-definition.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { openTo } from './locked.ts'

type Asked = {
  readonly kind: KindDefinition
  readonly view: DraftView
  readonly answers: Answers
  /** As the form was when it was opened here: what nobody had answered then stays open while it is repaired. */
  readonly before?: Answers
  /** The day of the report, until it is handed in. */
  readonly today: string
  readonly where: Where
  /** Papers that lie on the device are given: they go to the Dinas before the form does. */
  readonly onTheWay: readonly Pick<DraftPaper, 'ruleId'>[]
}

/** What the rules make of a form as it stands: its pages in order, the one to begin at, and what is still lacking. */
export function formPlan({ kind, view, answers, before = answers, today, where, onTheWay }: Asked) {
  const situation: Situation = {
    answers,
    reportOn: view.submittedAt === null ? today : localDateInWit(view.submittedAt),
  }
  const questions = visibleQuestions(kind, situation)
  const lacking = whatLacks(kind, situation, where, [...view.papers, ...onTheWay])
  const repairing = view.returned !== null
  const findings = checkForm(kind, situation, where)
  const open = openTo(view, before, findings)
  // While it is repaired only pages are asked on which something may be changed.
  const asking = questions.filter((one) => visibleFields(one, situation).some(({ id }) => open.field(id)))
  const steps = [...(repairing ? ['perbaikan'] : []), ...asking.map((one) => one.id), 'berkas', 'periksa']
  const first = repairing
    ? 'perbaikan'
    : lacking[0]?.what === 'answers'
      ? lacking[0].question.id
      : lacking.length > 0 && Object.keys(answers).length > 0
        ? 'berkas'
        : (questions[0]?.id ?? 'berkas')
  return {
    situation,
    questions,
    asking,
    open,
    findings,
    needed: neededPapers(kind, situation),
    lacking,
    repairing,
    steps,
    first,
  }
}
