'use client'
import { Check, CircleDashed, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Suspense, useState } from 'react'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { Lacking } from '#domain/intake/what-lacks.ts'
import type { Situation } from '#domain/service/answers.ts'
import type { KindDefinition, Question, Where } from '#domain/service/service-definition.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Draft } from './draft.ts'
import { Insight } from './question-page.tsx'
import { StepLink } from './step-link.tsx'

const LikelyFiled = lazyPart(() =>
  import('./likely-filed.tsx').then((module) => ({ default: module.LikelyFiled })),
)

type Props = {
  readonly kind: KindDefinition
  readonly situation: Situation
  readonly where: Where
  readonly questions: readonly Question[]
  readonly step: string
  readonly lacking: readonly Lacking[]
  readonly repairing: boolean
  /** Faults neither mended nor answered. */
  readonly openFaults: number
  readonly draft: Draft
  readonly view: DraftView
}

/** Beside the task: what the rules found so far, what to tell the citizen, and the way to every page. */
export function Reminders({
  kind,
  situation,
  where,
  questions,
  step,
  lacking,
  repairing,
  openFaults,
  draft,
  view,
}: Props) {
  const t = useT('intake')
  const text = useText()
  const insights = questions
    .filter((one) => one.id !== step)
    .map((one) => one.insight?.(situation, where))
    .filter((one) => one !== undefined)
  const open = new Set<string>(lacking.map((one) => (one.what === 'paper' ? 'berkas' : one.question.id)))
  if (openFaults > 0) open.add('perbaikan')
  if (lacking.length > 0) open.add('periksa')
  const steps = [
    ...(repairing
      ? [{ id: 'perbaikan', title: t('step.perbaikan', { n: view.returned?.faults.length ?? 0 }) }]
      : []),
    ...questions.map((one) => ({ id: one.id, title: text(one.title) })),
    { id: 'berkas', title: t('step.berkas') },
    { id: 'periksa', title: t('step.periksa') },
  ]
  return (
    <aside className="remind" aria-label={t('remind.title')}>
      <Suspense>
        <LikelyFiled caseId={view.caseId} version={view.version} />
      </Suspense>
      {insights.map((words) => (
        <Insight key={words.id} words={text(words)} />
      ))}
      <p className="second">{t('remind.free')}</p>
      <p className="second">{t('remind.paper')}</p>
      <nav aria-label={t('remind.steps')}>
        <ol className="steps">
          {steps.map((one) => (
            <li key={one.id} className={one.id === step ? 'on' : undefined}>
              {open.has(one.id) ? (
                <CircleDashed className="ic no" aria-label={t('remind.open')} />
              ) : (
                <Check className="ic yes" aria-label={t('remind.done')} />
              )}
              <StepLink step={one.id}>{one.title}</StepLink>
            </li>
          ))}
        </ol>
      </nav>
      <p className="label">{[kind.form, ...kind.law].join(' · ')}</p>
      {view.stage === 'DRAFT' ? <Discard draft={draft} /> : null}
    </aside>
  )
}

function Discard({ draft }: { readonly draft: Draft }) {
  const t = useT('intake')
  const router = useRouter()
  const [sure, setSure] = useState(false)
  return (
    <>
      <Button
        touch
        variant="danger"
        icon={<Trash2 className="ic" aria-hidden />}
        onClick={() => setSure(true)}
      >
        {t('discard')}
      </Button>
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={t('discard.title')}
        footer={
          <>
            <Button touch onClick={() => setSure(false)}>
              {t('discard.no')}
            </Button>
            <Button
              touch
              variant="danger"
              onClick={() => void draft.throwAway().then((gone) => gone && router.push('/ajukan'))}
            >
              {t('discard.yes')}
            </Button>
          </>
        }
      >
        <p>{t('discard.words')}</p>
      </Dialog>
    </>
  )
}
