'use client'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { reasonsInWords } from '#domain/identity/twin-reason.ts'
import { api } from '#client/trpc.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { CaseSkeleton } from '../case-skeleton.tsx'
import { wordsFor } from '../case-words.ts'
import { faultWords } from '../fault-words.ts'
import { CompareActs } from './compare-acts.tsx'
import { CompareFacts } from './compare-facts.tsx'
import { CompareHead } from './compare-head.tsx'
import { ComparePapers } from './compare-papers.tsx'
import '../case-file.css'
import './twins.css'

type Compared = Extract<Awaited<ReturnType<typeof api.case.compare.query>>, { ok: true }>
type State = 'loading' | { readonly failed: string } | Compared

type CompareScreenProps = { readonly caseId: string; readonly other: string; readonly me: Actor }

/** Two cases that may be one: facts line by line, papers beside each other, and what can be decided of them. */
export function CompareScreen({ caseId, other, me }: CompareScreenProps) {
  const t = useT('twins')
  const text = useText()
  const [state, setState] = useState<State>('loading')
  const read = useCallback(async () => {
    try {
      const answer = await api.case.compare.query({ caseId, other })
      setState(answer.ok ? answer : { failed: text(wordsOf(answer.refusal, wordsFor(undefined, 0))) })
    } catch (caught) {
      setState({ failed: faultWords(caught, t('compare.failed')) })
    }
  }, [caseId, other, t, text])
  useEffect(() => {
    const reading = setTimeout(() => void read(), 0)
    return () => clearTimeout(reading)
  }, [read])

  if (state === 'loading') return <CaseSkeleton />
  if ('failed' in state) {
    return (
      <main className="case-message">
        <EmptyState
          title={t('compare.failed')}
          actions={
            <Button variant="primary" onClick={() => location.assign(`/permohonan/${caseId}`)}>
              {t('compare.back')}
            </Button>
          }
        >
          {state.failed}
        </EmptyState>
      </main>
    )
  }
  const { left, right, lines, reasons } = state
  return (
    <main className="compare" aria-labelledby="compare-title">
      <header className="compare-top">
        <Link href={`/permohonan/${caseId}`} className="compare-back">
          <ArrowLeft className="ic" aria-hidden /> {t('compare.back')}
        </Link>
        <h1 className="title" id="compare-title">
          {t('compare.title')}
        </h1>
        <p>
          {reasons.length > 0
            ? t('compare.why', { reasons: text(reasonsInWords(reasons)) })
            : t('compare.unlikely')}
        </p>
      </header>
      <div className="compare-body">
        <section className="compare-table" aria-label={t('compare.facts')}>
          <CompareHead left={left} right={right} />
          <CompareFacts left={left} right={right} lines={lines} />
        </section>
        <ComparePapers left={left} right={right} />
      </div>
      <CompareActs left={left} right={right} me={me} onDone={read} />
    </main>
  )
}
