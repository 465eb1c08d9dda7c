'use client'
import type { ReactNode } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { useLiveConnection } from '#client/live/live-connection.ts'
import { useBeHere } from '#client/live/here.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { CaseSkeleton } from './case-skeleton.tsx'
import { wordsFor } from './case-words.ts'
import type { ExplainClock } from './case-desk.tsx'
import { CaseDesk } from './case-desk.tsx'
import { faultWords } from './fault-words.ts'
import { useCase } from './use-case.ts'
import { useClock } from './use-clock.ts'
import { useLease } from './use-lease.ts'
import { useRun } from './use-run.ts'
import './case-file.css'

type CaseScreenProps = {
  readonly caseId: string
  readonly me: Actor
  readonly hears: readonly QueueId[]
  readonly head?: ReactNode
  readonly Explain?: ExplainClock
  readonly note?: ReactNode
}

/** One case, from the first byte to the last act: read, kept right, worked on. */
export function CaseScreen({ caseId, me, hears, Explain, note, head }: CaseScreenProps) {
  const t = useT('case')
  const text = useText()
  const live = useLiveConnection(me, hears)
  const { state, shown, setPending, read } = useCase(caseId, me, live)
  const view = state.is === 'open' ? state.view : undefined
  const { now, clock } = useClock(view?.now, state.is === 'open' ? state.heardAt : undefined)
  const { run, trouble, dismiss, savedAt } = useRun({ file: shown?.file, actor: me, clock, setPending, read })
  useBeHere(me.role === 'CITIZEN' || !live ? null : `case:${caseId}`)
  useLease(shown?.file, me.id, clock, () => void run({ type: 'extendClaim' }))

  if (state.is === 'loading') return <CaseSkeleton />
  if (state.is === 'refused') {
    return (
      <Message
        title={text(wordsOf(state.refusal, wordsFor(undefined, now)))}
        actions={
          <a className="btn primary" href="/">
            {t('screen.home')}
          </a>
        }
      >
        {t('screen.notFoundNext')}
      </Message>
    )
  }
  if (state.is === 'failed') {
    return (
      <Message
        title={t('screen.failed')}
        actions={
          <Button variant="primary" onClick={state.again}>
            {t('screen.again')}
          </Button>
        }
      >
        {faultWords(state.caught, t('screen.failedNext'))}
      </Message>
    )
  }
  const kind = kindOf(state.view.file.service, state.view.file.kind, state.view.file.ruleVersion)
  if (!shown || !kind) return <CaseSkeleton />
  return (
    <CaseDesk
      view={state.view}
      file={shown.file}
      kind={kind}
      actor={me}
      now={now}
      unconfirmed={shown.events}
      savedAt={savedAt}
      trouble={trouble}
      dismiss={dismiss}
      run={run}
      live={live}
      Explain={Explain}
      head={head}
      note={note}
    />
  )
}

function Message({
  title,
  children,
  actions,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}) {
  return (
    <main className="case-message">
      <EmptyState title={title} actions={actions}>
        {children}
      </EmptyState>
    </main>
  )
}
