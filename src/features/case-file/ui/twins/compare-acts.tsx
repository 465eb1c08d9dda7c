'use client'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseView } from '#domain/case/case-view.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { mayDo } from '#domain/case/may-do.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { rulingOn } from '#domain/case/ruling-on.ts'
import { runCase } from '#client/run.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { wordsFor } from '../case-words.ts'
import { clientFacts } from '../client-facts.ts'
import { faultWords } from '../fault-words.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { RuledTwins } from './ruled-twins.tsx'

type CompareActsProps = {
  readonly left: CaseView
  readonly right: CaseView
  readonly me: Actor
  readonly onDone: () => Promise<void>
}

type Open = 'dismiss' | 'merge' | 'undo'
/** What came of the last act, in the place where it was done. */
type Outcome = { readonly done: boolean; readonly words: string }

/** Link, merge, tell apart, or take back: done to both cases at once, said here. */
export function CompareActs({ left, right, me, onDone }: CompareActsProps) {
  const t = useT('twins')
  const text = useText()
  const [open, setOpen] = useState<Open>()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const ruling = rulingOn(left.file, right.file.id)
  const facts = clientFacts(left.now)
  const why = (view: CaseView, type: CaseCommand['type']) => mayDo(view.file, type, me, facts)
  const inWords = (refusal: NonNullable<ReturnType<typeof why>>) =>
    text(wordsOf(refusal, wordsFor(undefined, left.now)))

  async function run(view: CaseView, command: CaseCommand, words: string): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setOutcome(undefined)
    try {
      const answer = await runCase(command, view.file.id, view.file.version)
      setOutcome(answer.ok ? { done: true, words } : { done: false, words: inWords(answer.refusal) })
      if (answer.ok) setOpen(undefined)
      await onDone()
      return answer.ok
    } catch (caught) {
      setOutcome({ done: false, words: faultWords(caught, t('compare.failed')) })
      return false
    } finally {
      setBusy(false)
    }
  }

  const linkRefusal = why(left, 'linkTwin')
  const mergeRefusal = why(left, 'mergeTwin') && why(right, 'mergeTwin')
  const trouble = outcome && !outcome.done ? outcome.words : undefined
  return (
    <footer className="compare-foot" aria-label={t('acts.title')}>
      <div aria-live="polite">
        {outcome && open === undefined ? (
          <Note
            tone={outcome.done ? 'accent' : 'danger'}
            icon={
              outcome.done ? (
                <CircleCheck className="ic" aria-hidden />
              ) : (
                <CircleAlert className="ic" aria-hidden />
              )
            }
            title={outcome.words}
          />
        ) : null}
      </div>
      {ruling ? (
        <>
          <RuledTwins file={{ ...left.file, twins: [ruling] }} now={left.now} />
          <Button onClick={() => setOpen('undo')}>{t('acts.undo')}</Button>
        </>
      ) : (
        <div className="compare-buttons">
          <Button
            onClick={() => void run(left, { type: 'linkTwin', other: right.file.id }, t('done.link'))}
            disabledBecause={linkRefusal ? inWords(linkRefusal) : undefined}
          >
            {t('acts.link')}
          </Button>
          <Button
            onClick={() => setOpen('dismiss')}
            disabledBecause={linkRefusal ? inWords(linkRefusal) : undefined}
          >
            {t('acts.dismiss')}
          </Button>
          <Button
            variant="primary"
            onClick={() => setOpen('merge')}
            disabledBecause={mergeRefusal ? t('merge.impossible') : undefined}
          >
            {t('acts.merge')}
          </Button>
        </div>
      )}
      {open === 'dismiss' ? (
        <ReasonDialog
          title={t('acts.dismiss').replace('…', '')}
          about={t('dismiss.about')}
          label={t('dismiss.reason')}
          busy={busy}
          trouble={trouble}
          onClose={() => setOpen(undefined)}
          onReason={(reason) =>
            run(left, { type: 'dismissTwin', other: right.file.id, reason }, t('done.dismiss'))
          }
        />
      ) : null}
      {open === 'undo' ? (
        <ReasonDialog
          title={t('acts.undo').replace('…', '')}
          about={t('undo.about')}
          label={t('undo.reason')}
          busy={busy}
          trouble={trouble}
          onClose={() => setOpen(undefined)}
          onReason={(reason) => run(left, { type: 'undoTwin', other: right.file.id, reason }, t('done.undo'))}
        />
      ) : null}
      {open === 'merge' ? (
        <MergeDialog
          sides={[left, right].map((view) => {
            const refusal = why(view, 'mergeTwin')
            return { view, keeps: refusal ? inWords(refusal) : undefined }
          })}
          busy={busy}
          trouble={trouble}
          onClose={() => setOpen(undefined)}
          onMerge={(ending, goesOn, words) =>
            run(
              ending,
              { type: 'mergeTwin', other: goesOn.file.id, words },
              t('done.merge', { number: goesOn.file.number ?? t('compare.draft') }),
            )
          }
        />
      ) : null}
    </footer>
  )
}
