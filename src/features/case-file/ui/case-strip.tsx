'use client'
import { CheckCheck, Columns2, Gavel, Hand, OctagonAlert, Undo2 } from 'lucide-react'
import { newestOf } from '#domain/case/pins-of.ts'
import { REASON } from '#domain/case/reason.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { momentWords } from './case-words.ts'
import { useDesk } from './desk.ts'
import { faultKey } from './fault-key.ts'
import { usePinDesk } from './pins/pin-desk.ts'

/** What is special about this case now: it came back, it is on hold, its end is proposed, its document is wrong. */
export function CaseStrip() {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, view, now, actor } = useDesk()
  const { returned, held, proposedRejection, ended, error } = file
  const again = [...view.events].reverse().find((event) => event.type === 'Resubmitted')
  const { review, comparing, setComparing } = usePinDesk()
  const current = file.papers.filter((paper) => paper.replacedBy === undefined)
  const replaced = current.filter((paper) =>
    review.some((pin) => newestOf(file.papers, pin.fileId) === paper && pin.fileId !== paper.fileId),
  ).length
  const sheetCount = current.length
  const waiting = file.stage === 'RETURNED_NEGERI' || file.stage === 'RETURNED_APPLICANT'
  return (
    <div className="case-strip">
      {returned && (waiting || again) ? (
        <div>
          <Undo2 className="ic" aria-hidden />
          {t('strip.returned', {
            name: returned.by.name,
            n: returned.faults.length,
            at: momentWords(returned.at, now, locale),
          })}
        </div>
      ) : null}
      {returned && again && !waiting && again.at > returned.at ? (
        <div>
          <CheckCheck className="ic" aria-hidden />
          {t('strip.again', { name: again.by.name, at: momentWords(again.at, now, locale) })}
        </div>
      ) : null}
      {returned && waiting && actor.role === 'CITIZEN'
        ? returned.faults.map((fault) => (
            // On a phone the list of faults lies far below; what to do is said at once.
            <div key={faultKey(fault)} className="grow">
              {fault.instruction}
            </div>
          ))
        : null}
      {returned && waiting ? (
        <div className="grow">{t('strip.expires', { on: longDate(returned.expiresOn, locale) })}</div>
      ) : null}
      {review.length > 0 ? (
        <div className="grow muted">
          {comparing ? (
            t('compare.only', { n: replaced, of: sheetCount })
          ) : (
            <button type="button" className="btn sm" onClick={() => setComparing(true)}>
              <Columns2 className="ic" aria-hidden />
              {t('compare.open')}
            </button>
          )}
        </div>
      ) : null}
      {held ? (
        <div>
          <Hand className="ic" aria-hidden />
          {t('strip.held', {
            name: held.by.name,
            reason: held.reason,
            on: longDate(held.expectedOn, locale),
          })}
        </div>
      ) : null}
      {proposedRejection ? (
        <div>
          <Gavel className="ic" aria-hidden />
          {t('strip.rejection', {
            name: proposedRejection.by.name,
            reason: text(REASON[proposedRejection.code].label),
          })}
        </div>
      ) : null}
      {error ? (
        <div>
          <OctagonAlert className="ic" aria-hidden />
          {t('strip.error', { name: error.by.name, what: error.what })}
        </div>
      ) : null}
      {ended && ended.reason !== '' ? (
        <div>
          <Gavel className="ic" aria-hidden />
          {t('strip.ended', { name: ended.by.name, reason: ended.reason })}
        </div>
      ) : null}
    </div>
  )
}
