'use client'
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { findingsOf, hasErrors } from '#domain/service/check-form.ts'
import type { Where } from '#domain/service/service-definition.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { deviceNow } from '#client/clock.ts'
import { useBeHere, useSayField } from '#client/live/here.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { FaultNotes } from './fault-notes.tsx'
import { openFaults, repairAnswers, unmended } from './faults.ts'
import { FormFooter } from './form-footer.tsx'
import { FormHead } from './form-head.tsx'
import { formPlan } from './form-plan.ts'
import { Progress } from './form-progress.tsx'
import {
  Conflicts,
  DoneScreen,
  FamilyBlock,
  FamilyNext,
  fetchLaterPages,
  PapersPage,
  RefusalNote,
  RepairPage,
  ReviewPage,
} from './later-pages.ts'
import { usePlaces } from './places.ts'
import { QuestionPage } from './question-page.tsx'
import { Reminders } from './reminders.tsx'
import { useStep } from './step-link.tsx'
import type { HandedIn } from './done-screen.tsx'
import type { OpenForm } from './use-draft.ts'

/** The first screen has the line for itself for so long. */
const FIRST_SCREEN_MS = 1_500

/** The whole form: one page at a time, with everything that is remembered around it. */
export function IntakeForm({ form }: { readonly form: OpenForm }) {
  const { draft, sender, kind, place, clockAheadMs } = form
  const t = useT('intake')
  const text = useText()
  const { view, answers, kept, repairWords, refusal, faultNumber, leaving } = useSyncExternalStore(
    draft.subscribe,
    draft.snapshot,
    draft.snapshot,
  )
  const photos = useSyncExternalStore(sender.subscribe, sender.snapshot, sender.snapshot)
  const [asked, setStep] = useStep()
  const [insisted, setInsisted] = useState<ReadonlyMap<string, string>>(new Map())
  const [submitting, setSubmitting] = useState(false)
  const [done, setDone] = useState<HandedIn>()
  const heading = useRef<HTMLHeadingElement>(null)
  useBeHere(`case:${view.caseId}`)
  const sayField = useSayField()
  const scroller = useRef<HTMLDivElement>(null)

  // The day of the report is today until it is submitted; a form left open over midnight is asked again by the rule.
  const [today] = useState(() => localDateInWit(Date.now() + clockAheadMs))
  const onTheWay = photos.filter((one) => one.state !== 'refused' && one.state !== 'preparing')
  const where: Where = { negeri: view.negeri, ...usePlaces().known }
  const [before] = useState(view.answers)
  const plan = formPlan({ kind, view, answers, before, today, where, onTheWay })
  const { situation, questions, asking, open, findings, needed, lacking, repairing, steps, first } = plan
  const [firstStep] = useState(first)
  const step = asked !== null && steps.includes(asked) ? asked : firstStep
  const index = steps.indexOf(step)
  const question = asking.find((one) => one.id === step)
  const insist = insisted.has(step)
  const faultsLeft = repairing ? openFaults(view, repairWords) : 0
  const waiting = photos.filter((one) => one.state !== 'refused').length
  const preparing = photos.filter((one) => one.state === 'preparing').length

  /** The device's own time of the first press: a second one is the same act. */
  const pressedAt = useRef(0)
  const shownBefore = useRef(step)
  useEffect(() => {
    const timer = setTimeout(() => void fetchLaterPages(), FIRST_SCREEN_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (shownBefore.current === step) return
    shownBefore.current = step
    scroller.current?.scrollTo(0, 0)
    heading.current?.focus()
  }, [step])

  if (done)
    return (
      <DoneScreen handedIn={done} kind={kind}>
        <FamilyNext view={view} />
      </DoneScreen>
    )
  if (leaving && !submitting) {
    const handedIn = { ...aboutCase(), at: leaving.at, number: view.number, atDinas: false }
    const takeBack = leaving.fresh ? () => void draft.takeBack() : undefined
    return (
      <DoneScreen handedIn={handedIn} kind={kind} onTakeBack={takeBack}>
        <FamilyNext view={view} />
      </DoneScreen>
    )
  }

  const title = question ? text(question.title) : t(`step.${step}`, { n: view.returned?.faults.length ?? 0 })
  const go = (by: number) => setStep(steps[Math.max(0, Math.min(steps.length - 1, index + by))] ?? step)
  const next = () => {
    draft.leave()
    const wrong = question ? findingsOf(question, findings) : []
    // Passed over is only what was shown: another error is shown first as well.
    const shown = JSON.stringify(wrong)
    if (question && hasErrors(wrong) && insisted.get(step) !== shown) {
      setInsisted(new Map(insisted).set(step, shown))
      setTimeout(
        () =>
          scroller.current
            ?.querySelector<HTMLElement>('[aria-invalid="true"] input, [aria-invalid="true"]')
            ?.focus(),
        0,
      )
    } else go(1)
  }

  async function submit(): Promise<void> {
    pressedAt.current ||= deviceNow()
    const command = !repairing
      ? ({ type: 'submit', deviceAt: pressedAt.current } as const)
      : ({
          type: view.stage === 'RETURNED_NEGERI' ? 'repair' : 'resubmit',
          answers: repairAnswers(repairWords),
        } as const)
    setSubmitting(true)
    const outcome = await draft.run(command).finally(() => setSubmitting(false))
    pressedAt.current = 0
    if (outcome.result !== 'done') return
    setDone({ ...aboutCase(), at: deviceNow() + clockAheadMs, number: outcome.number, atDinas: true })
  }

  function aboutCase() {
    return { caseId: view.caseId, applicant: draft.about().applicant, repaired: repairing }
  }

  return (
    <div className="intake" data-step={step} {...sayField}>
      <FormHead
        service={kind}
        view={view}
        place={place}
        title={question ? undefined : t(`step.${step}`, { n: view.returned?.faults.length ?? 0 })}
        waiting={waiting + (kept === 'dinas' ? 0 : 1)}
        onBack={index > 0 ? () => go(-1) : undefined}
      />
      <div className="scroll" ref={scroller}>
        <div className="pg">
          <div className="task">
            {question ? <Progress now={asking.indexOf(question) + 1} of={asking.length} /> : null}
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <Suspense fallback={<Skeleton width="100%" height={48} />}>
              {view.conflicts.length > 0 ? <Conflicts draft={draft} view={view} kind={kind} /> : null}
              {question ? (
                <FaultNotes
                  faults={unmended(view).filter((fault) =>
                    question.fields.some((field) => field.id === fault.field),
                  )}
                />
              ) : null}
              {question ? (
                <QuestionPage
                  key={step}
                  draft={draft}
                  question={question}
                  situation={situation}
                  where={where}
                  findings={findings}
                  insist={insist}
                  open={open}
                />
              ) : null}
              {step === 'berkas' ? (
                <PapersPage
                  draft={draft}
                  view={view}
                  sender={sender}
                  sending={photos}
                  needed={needed}
                  known={kind.papers}
                  open={open}
                />
              ) : null}
              {step === 'periksa' ? (
                <ReviewPage
                  questions={questions}
                  situation={situation}
                  lacking={lacking}
                  doubts={findings.filter((one) => one.level === 'warning')}
                  mayChange={(id) => steps.includes(id)}
                />
              ) : null}
              {(step === 'berkas' || step === 'periksa') && !repairing ? (
                <FamilyBlock key={step} {...{ draft, sender, kind, place, situation, needed }} />
              ) : null}
              {step === 'perbaikan' ? (
                <RepairPage
                  view={view}
                  kind={kind}
                  words={repairWords}
                  onWords={(fault, words) => draft.setRepairWord(fault, words)}
                />
              ) : null}
              {refusal || faultNumber ? (
                <RefusalNote
                  kind={kind}
                  refusal={refusal}
                  fault={faultNumber === undefined ? undefined : t('fault.number', { number: faultNumber })}
                  caseId={view.caseId}
                />
              ) : null}
            </Suspense>
          </div>
          <Reminders
            kind={kind}
            situation={situation}
            where={where}
            questions={asking}
            step={step}
            lacking={lacking}
            repairing={repairing}
            openFaults={faultsLeft}
            draft={draft}
            view={view}
          />
        </div>
      </div>
      <FormFooter
        kept={kept}
        photos={waiting}
        preparing={preparing}
        lacking={lacking.length}
        openFaults={faultsLeft}
        repairing={repairing}
        submitting={submitting}
        last={step === 'periksa' || step === 'perbaikan'}
        maySkip={insist && question !== undefined && hasErrors(findingsOf(question, findings))}
        onNext={next}
        onSkip={() => go(1)}
        onSubmit={() => void submit()}
        onLacking={() => setStep('periksa')}
      />
    </div>
  )
}
