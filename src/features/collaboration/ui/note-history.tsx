'use client'
import { useEffect, useState } from 'react'
import type { NoteSide, NoteSitting } from '#domain/case/case-note.ts'
import { ROLE_LABEL } from '#domain/access/roles.ts'
import { api } from '#client/trpc.ts'
import { clockTime, dateInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

type NoteHistoryProps = {
  readonly caseId: string
  readonly side: NoteSide
  readonly onClose: () => void
}

/** Every sitting at a note: who wrote, when, and the text as it stood at its end. */
export function NoteHistory({ caseId, side, onClose }: NoteHistoryProps) {
  const t = useT('collaboration')
  const text = useText()
  const locale = useLocale()
  const [sittings, setSittings] = useState<readonly NoteSitting[] | 'failed'>()
  const [shown, show] = useState<number>()
  const [version, setVersion] = useState<{ readonly number: number; readonly text: string } | 'failed'>()
  useEffect(() => {
    api.note.sittings.query({ caseId, side }).then(
      (answer) => setSittings(answer.ok ? answer.sittings : 'failed'),
      () => setSittings('failed'),
    )
  }, [caseId, side])
  useEffect(() => {
    if (shown === undefined) return
    let gone = false
    api.note.version.query({ caseId, side, number: shown }).then(
      (answer) => {
        if (!gone) setVersion(answer.ok ? { number: shown, text: answer.text } : 'failed')
      },
      () => {
        if (!gone) setVersion('failed')
      },
    )
    return () => {
      gone = true
    }
  }, [caseId, side, shown])

  return (
    <Dialog open wide onClose={onClose} title={t(`history.title.${side}`)}>
      <div className="pad-history">
        {sittings === undefined ? <p className="muted">{t('opening')}</p> : null}
        {sittings === 'failed' || version === 'failed' ? <p role="alert">{t('history.failed')}</p> : null}
        {sittings?.length === 0 ? <p>{t('history.none')}</p> : null}
        {Array.isArray(sittings) ? (
          <ol>
            {(sittings as readonly NoteSitting[]).map((sitting) => (
              <li key={sitting.number}>
                <Button
                  aria-pressed={shown === sitting.number}
                  disabledBecause={sitting.closed ? undefined : t('history.now')}
                  onClick={() => show(sitting.number)}
                >
                  <b>
                    {dateInWit(sitting.beganAt, locale)}, {clockTime(sitting.beganAt)}–
                    {clockTime(sitting.endedAt)}
                  </b>
                  <span>
                    {sitting.writers
                      .map(({ name, role }) => `${name}, ${text(ROLE_LABEL[role])}`)
                      .join(' · ')}
                  </span>
                </Button>
              </li>
            ))}
          </ol>
        ) : null}
        {typeof version === 'object' && version.number === shown ? (
          <section className={`pad ${side}`} aria-label={t('history.version')} aria-live="polite">
            <p className="pad-text">{version.text || t('history.emptied')}</p>
          </section>
        ) : null}
      </div>
    </Dialog>
  )
}
