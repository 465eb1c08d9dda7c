import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CaseView } from '#domain/case/case-view.ts'
import { describeEvent } from '#domain/case/timeline.ts'
import type { Words } from '#domain/case/words.ts'
import { namesOf } from '#domain/case/words.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { api } from '#client/trpc.ts'
import { clockTime, exactInWit, longDate, shortDayInWit, timeInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useQueueNow, useQueueSurroundings } from './queue-context.ts'

const SHOWN_EVENTS = 4

/** Papers, last note and latest events of a case, read anew whenever the row says that it changed. */
export function CaseDigest({ caseId, version }: { readonly caseId: string; readonly version: number }) {
  const t = useT('queue')
  const [view, setView] = useState<CaseView | 'failed' | undefined>()
  const opened = useRef(false)
  useEffect(() => {
    let here = true // an answer to an earlier question must not replace a later one
    api.case.open.query({ caseId, again: opened.current }).then(
      (answer) => {
        opened.current = true
        if (here) setView(answer.ok ? answer.view : 'failed')
      },
      () => {
        if (here) setView((before) => before ?? 'failed')
      },
    )
    return () => {
      here = false
    }
  }, [caseId, version])
  if (view === 'failed') return <p className="muted">{t('digest.failed')}</p>
  if (!view) {
    return (
      <div className="sec" aria-busy="true">
        <Skeleton width="60%" /> <Skeleton width="90%" /> <Skeleton width="75%" />
      </div>
    )
  }
  return <Digest view={view} />
}

function Digest({ view }: { readonly view: CaseView }) {
  const t = useT('queue')
  const text = useText()
  const locale = useLocale()
  const { me } = useQueueSurroundings()
  const now = useQueueNow()
  const { file, events } = view
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const names = namesOf(kind)
  const words: Words = {
    ...names,
    time: (at) => ({ id: timeInWit(at), en: timeInWit(at) }),
    date: (on) => ({ id: longDate(on, 'id'), en: longDate(on, 'en') }),
  }
  const checked = file.checklist.filter((item) => item.result !== 'unchecked').length
  const fine = file.checklist.filter((item) => item.result === 'ok' || item.result === 'notApplicable')
  const note = file.notes.at(-1)
  const { handedOver, holder } = file
  const given = handedOver && holder?.id === handedOver.to.id && holder.since === handedOver.at
  const told = events.filter((event) => event.type !== 'ClaimExtended') // says only that work went on
  return (
    <>
      {given ? (
        <div className="sec">
          <h3>
            <span>{t('digest.handOver')}</span>
          </h3>
          <div className="say">
            <Avatar id={handedOver.by.id} name={handedOver.by.name} />
            <p>
              <b>{handedOver.by.name}</b>{' '}
              <span className="muted" title={exactInWit(handedOver.at, locale)}>
                {clockTime(handedOver.at)}
              </span>
              <br />
              {handedOver.note}
            </p>
          </div>
        </div>
      ) : null}
      {file.checklist.length > 0 ? (
        <div className="sec">
          <h3>
            <span>{t('digest.papers')}</span>
            <span>{t('digest.checked', { n: checked, of: file.checklist.length })}</span>
          </h3>
          <ul className="papers-read">
            {fine.length > 0 ? (
              <li className="ok">
                <CircleCheck className="ic" aria-hidden />
                {fine.map((item) => text(names.paper(item.ruleId))).join(', ')}
              </li>
            ) : null}
            {file.checklist
              .filter((item) => item.result === 'problem')
              .map((item) => (
                <li className="bad" key={item.ruleId}>
                  <CircleAlert className="ic" aria-hidden />
                  {[text(names.paper(item.ruleId)), item.ground].filter(Boolean).join(': ')}
                </li>
              ))}
            {file.checklist
              .filter((item) => item.result === 'unchecked')
              .map((item) => (
                <li className="wait" key={item.ruleId}>
                  <CircleDashed className="ic" aria-hidden />
                  {t('digest.unchecked', { paper: text(names.paper(item.ruleId)) })}
                </li>
              ))}
          </ul>
        </div>
      ) : null}
      {note ? (
        <div className="sec">
          <h3>
            <span>{t('digest.note')}</span>
          </h3>
          <div className="say">
            <Avatar id={note.by.id} name={note.by.name} />
            <p>
              <b>{note.by.name}</b>{' '}
              <span className="muted" title={exactInWit(note.at, locale)}>
                {clockTime(note.at)}
              </span>
              <br />
              {note.text}
            </p>
          </div>
        </div>
      ) : null}
      <div className="sec">
        <h3>
          <span>{t('digest.history')}</span>
          <span>{t('digest.events', { n: told.length })}</span>
        </h3>
        <ol className="hist">
          {told
            .slice(-SHOWN_EVENTS)
            .toReversed()
            .map((event) => (
              <li key={event.version}>
                <time title={exactInWit(event.at, locale, true)}>
                  {localDateInWit(event.at) === localDateInWit(now)
                    ? clockTime(event.at)
                    : shortDayInWit(event.at, locale)}
                </time>
                {text(describeEvent(event, words, event.by.id === me.id))}
              </li>
            ))}
        </ol>
      </div>
    </>
  )
}
