'use client'
import { Suspense, useEffect, useState } from 'react'
import { MOST_REPLAYED_DAYS, REPLAY_LABEL } from '#domain/sla/replay.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { api } from '#client/trpc.ts'
import { monthInWords } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import type { ReplayAnswer } from './api-answers.ts'
import { WORTH_GIVING } from './worth-giving.ts'
import './promise-replay.css'

type Line = ReplayAnswer['lines'][number]

const PromiseChart = lazyPart(() =>
  import('./promise-chart.tsx').then((module) => ({ default: module.PromiseChart })),
)

type PromiseReplayProps = {
  /** `YYYY-MM`, newest first: the months that can be replayed. */
  readonly months: readonly string[]
}

const FIRST_TRY = 2

/** "What if the promise were two days": a month replayed by the same rules that count it, for any promise. */
export function PromiseReplay({ months }: PromiseReplayProps) {
  const t = useT('sla')
  const locale = useLocale()
  const [month, setMonth] = useState(months[1] ?? months[0] ?? '')
  const [days, setDays] = useState(FIRST_TRY)
  const [answer, setAnswer] = useState<ReplayAnswer | 'failed' | undefined>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    setAnswer(undefined)
    api.time.replay
      .query({ month })
      .then((found) => current && setAnswer(found))
      .catch(() => current && setAnswer('failed'))
    return () => {
      current = false
    }
  }, [month, attempt])
  return (
    <main className="replay">
      <header>
        <h1 className="title">{t('replay.title')}</h1>
        <p className="second">{t('replay.about')}</p>
      </header>
      <form className="replay-ask" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span className="label">{t('replay.month')}</span>
          <select value={month} onChange={(event) => setMonth(event.target.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {monthInWords(one, locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t('replay.days', { n: days })}</span>
          <input
            type="range"
            min={1}
            max={MOST_REPLAYED_DAYS}
            value={days}
            aria-valuetext={t('replay.workingDays', { n: days })}
            onChange={(event) => setDays(Number(event.target.value))}
          />
        </label>
      </form>
      <div aria-live="polite" aria-busy={answer === undefined}>
        {answer === undefined ? <Skeleton width="100%" height={220} /> : null}
        {answer === 'failed' ? (
          <EmptyState
            title={t('replay.failed')}
            actions={<Button onClick={() => setAttempt(attempt + 1)}>{t('replay.again')}</Button>}
          />
        ) : null}
        {answer && answer !== 'failed' ? <Result answer={answer} days={days} onDays={setDays} /> : null}
      </div>
    </main>
  )
}

type ResultProps = {
  readonly answer: ReplayAnswer
  readonly days: number
  readonly onDays: (days: number) => void
}

/** The same numbers as a picture above and a table below: the picture for the choice, the table for the record. */
function Result({ answer, days, onDays }: ResultProps) {
  const t = useT('sla')
  if (answer.lines.length === 0)
    return <EmptyState title={t('replay.none')}>{t('replay.noneNext')}</EmptyState>
  return (
    <>
      {answer.cut ? <p className="replay-note">{t('replay.cut')}</p> : null}
      {answer.hidden > 0 ? <p className="replay-note">{t('replay.hidden')}</p> : null}
      <Suspense fallback={<Skeleton width="100%" height={190} />}>
        <PromiseChart lines={answer.lines} days={days} onDays={onDays} />
      </Suspense>
      <div className="replay-frame" role="group" aria-label={t('replay.table')} tabIndex={0}>
        <table>
          <caption className="vh">{t('replay.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('replay.line')}</th>
              <th scope="col" className="num">
                {t('replay.total')}
              </th>
              <th scope="col">{t('replay.now')}</th>
              <th scope="col">{t('replay.if', { n: days })}</th>
              <th scope="col" className="num">
                {t('replay.enough')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.lines.map((line) => (
              <ReplayLine key={line.line} line={line} days={days} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="second">{t('replay.definition')}</p>
    </>
  )
}

function ReplayLine({ line, days }: { readonly line: Line; readonly days: number }) {
  const t = useT('sla')
  const text = useText()
  const within = line.withinPercent[days - 1] ?? 0
  const enough = line.withinPercent.findIndex((percent) => percent >= WORTH_GIVING) + 1
  return (
    <tr>
      <th scope="row">{text(REPLAY_LABEL[line.line])}</th>
      <td className="num">
        {line.total ?? '–'}
        {line.open ? <span className="second"> {t('replay.open', { n: line.open })}</span> : null}
      </td>
      <td>
        <Share percent={line.keptPercent} />
        {line.promisedDays === null ? null : (
          <span className="second">{t('replay.workingDays', { n: line.promisedDays })}</span>
        )}
      </td>
      <td>
        <Share percent={within} />
        <span className={within < line.keptPercent ? 'replay-less' : 'second'}>
          {within === line.keptPercent
            ? t('replay.same')
            : t(within > line.keptPercent ? 'replay.more' : 'replay.less', {
                n: Math.abs(within - line.keptPercent),
              })}
        </span>
      </td>
      <td className="num">{enough > 0 ? t('replay.workingDays', { n: enough }) : t('replay.never')}</td>
    </tr>
  )
}

function Share({ percent }: { readonly percent: number }) {
  return (
    <span className="replay-share">
      <strong>{percent} %</strong>
      <span className="replay-bar" aria-hidden style={{ '--p': `${percent}%` } as Record<string, string>} />
    </span>
  )
}
