'use client'
import { Check, Minus } from 'lucide-react'
import { useState } from 'react'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { ClockHistory } from '#domain/sla/clock-history.ts'
import type { Clocks } from '#domain/sla/clocks-of.ts'
import { clocksOf } from '#domain/sla/clocks-of.ts'
import type { ExplainedClock, ExplainedLine, Explanation } from '#domain/sla/explain.ts'
import { explain, EXPLAINED_CLOCKS } from '#domain/sla/explain.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import { useMinute, serverNow } from '#client/clock.ts'
import { useRules } from '#client/use-rules.ts'
import { clockTime, exactInWit, shortDayInWit, workingTime } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Dialog } from '#ui/dialog.tsx'
import './explain-dialog.css'

type ExplainDialogProps = {
  readonly which: ExplainedClock
  readonly history: ClockHistory
  readonly onClose: () => void
}

/** Every interval of a clock, counted or not, how much, and the rule that says so; the sum is what the clock shows. */
export function ExplainDialog({ which, history, onClose }: ExplainDialogProps) {
  const t = useT('sla')
  const rules = useRules()
  const now = useMinute(serverNow())
  const [shown, show] = useState(which)
  const account = explain(shown, history, rules, now)
  return (
    <Dialog open onClose={onClose} title={t('explain.title')} wide>
      <div className="explain">
        <div className="explain-tabs" role="group" aria-label={t('explain.which')}>
          {EXPLAINED_CLOCKS.map((clock) => (
            <button
              key={clock}
              type="button"
              className="btn sm"
              aria-pressed={clock === shown}
              onClick={() => show(clock)}
            >
              {t(`explain.clock.${clock}`)}
            </button>
          ))}
        </div>
        {account ? <Account account={account} /> : <p>{t('explain.none')}</p>}
        {shown === 'promise' ? <TwoClocks clocks={clocksOf(history, rules, now)} /> : null}
      </div>
    </Dialog>
  )
}

/** The citizen waits since the capture, the office works since the arrival: what lies between is held against nobody. */
function TwoClocks({ clocks }: { readonly clocks: Clocks | undefined }) {
  const t = useT('sla')
  const locale = useLocale()
  if (!clocks || clocks.underWay < MINUTE_MS) return null
  const words = (minutes: number) => workingTime(minutes, locale, WORKING_DAY_MINUTES)
  return (
    <p className="second">
      {t('explain.twoClocks', {
        citizen: words(clocks.citizenMinutes),
        office: words(clocks.officeMinutes),
        way: workingTime(Math.round(clocks.underWay / MINUTE_MS), locale, DAY_MS / MINUTE_MS),
      })}
    </p>
  )
}

function Account({ account }: { readonly account: Explanation }) {
  const t = useT('sla')
  const amount = useAmount(account.unit)
  return (
    <>
      <p className="explain-sum">
        {t('explain.sum', { used: amount(account.used), limit: amount(account.limit) })}{' '}
        <strong className={account.used > account.limit ? 'explain-late' : undefined}>
          {account.used > account.limit
            ? t('explain.over', { time: amount(account.used - account.limit) })
            : t('explain.rest', { time: amount(account.limit - account.used) })}
        </strong>
      </p>
      {/* A long account is scrolled by the keyboard too. */}
      <div className="explain-rows" role="group" aria-label={t('explain.table')} tabIndex={0}>
        <table>
          <caption className="vh">{t('explain.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('explain.from')}</th>
              <th scope="col">{t('explain.to')}</th>
              <th scope="col">{t('explain.stage')}</th>
              <th scope="col">{t('explain.rule')}</th>
              <th scope="col" className="num">
                {t('explain.counted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {account.lines.map((line) => (
              <Line key={line.from} line={line} amount={amount} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t('explain.total')}
              </th>
              <td className="num">{amount(account.used)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}

type LineProps = { readonly line: ExplainedLine; readonly amount: (value: number) => string }

function Line({ line, amount }: LineProps) {
  const t = useT('sla')
  const text = useText()
  const locale = useLocale()
  const moment = (at: number) => `${shortDayInWit(at, locale)}, ${clockTime(at)}`
  return (
    <tr className={line.counted ? undefined : 'not'}>
      <td title={exactInWit(line.from, locale, true)}>{moment(line.from)}</td>
      <td title={exactInWit(line.to, locale, true)}>{moment(line.to)}</td>
      <td>{text(STAGE[line.stage].label)}</td>
      <td className="explain-rule">{text(line.rule)}</td>
      <td className="num">
        {line.counted ? (
          <>
            <Check className="ic s" aria-hidden /> {amount(line.amount)}
          </>
        ) : (
          <>
            <Minus className="ic s" aria-hidden />
            <span className="vh">{t('explain.not')}</span>
          </>
        )}
      </td>
    </tr>
  )
}

/** Below a quarter of an hour seconds matter to whoever adds up. */
const FEW_MINUTES = 15

function useAmount(unit: Explanation['unit']): (value: number) => string {
  const t = useT('sla')
  const locale = useLocale()
  if (unit === 'days') return (days) => t('explain.days', { n: days })
  return (ms) => {
    const minutes = Math.floor(ms / MINUTE_MS)
    const seconds = Math.floor((ms % MINUTE_MS) / 1000)
    if (minutes < FEW_MINUTES && seconds > 0)
      return t('explain.minutesAndSeconds', { m: minutes, s: seconds })
    return workingTime(minutes, locale, WORKING_DAY_MINUTES)
  }
}
