'use client'
import { History, Lock, PenLine, Users } from 'lucide-react'
import { Suspense, useId, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { NoteSide } from '#domain/case/case-note.ts'
import { useMinute, serverNow } from '#client/clock.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { exactInWit, relativeTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { NoteWaits } from './note-waits.tsx'
import type { NoteText } from './use-note-text.ts'
import { useNoteText } from './use-note-text.ts'
import './case-note.css'

const NoteEditor = lazyPart(() =>
  import('./note-editor.tsx').then((module) => ({ default: module.NoteEditor })),
)
const NoteHistory = lazyPart(() =>
  import('./note-history.tsx').then((module) => ({ default: module.NoteHistory })),
)

type CaseNoteProps = { readonly caseId: string; readonly me: Actor }

/**
 * The two common texts of a case, each in its own place and colour, with who reads it said above the words. An applicant
 * sees the one that is written for them, once something stands in it.
 */
export function CaseNote({ caseId, me }: CaseNoteProps) {
  const t = useT('collaboration')
  if (me.role === 'CITIZEN') return <ForApplicant caseId={caseId} />
  return (
    <section aria-label={t('title')} className="pads">
      <h2>{t('title')}</h2>
      <p className="pads-hint">{t('besideRemarks')}</p>
      <Pad caseId={caseId} side="staff" me={me} />
      <Pad caseId={caseId} side="applicant" me={me} />
    </section>
  )
}

function ForApplicant({ caseId }: { readonly caseId: string }) {
  const t = useT('collaboration')
  const note = useNoteText(caseId, 'applicant', true)
  if (note === undefined || note.text.trim() === '') return null
  return (
    <section aria-label={t('toApplicant')} className="pads">
      <h2>{t('toApplicant')}</h2>
      <div className="pad applicant">
        <p className="pad-text">{note.text}</p>
        <Changed note={note} />
      </div>
    </section>
  )
}

function Pad({ caseId, side, me }: CaseNoteProps & { readonly side: NoteSide }) {
  const t = useT('collaboration')
  const titleId = useId()
  const [writes, setWrites] = useState(false)
  const [saved, setSaved] = useState(true)
  const [history, setHistory] = useState(false)
  const note = useNoteText(caseId, side, !writes)
  const Icon = side === 'staff' ? Lock : Users
  return (
    <section className={`pad ${side}`} aria-labelledby={titleId}>
      <header>
        <Icon className="ic" aria-hidden />
        <h3 id={titleId}>{t(`side.${side}`)}</h3>
        <p>{t(`reads.${side}`)}</p>
      </header>
      {writes ? (
        <Suspense fallback={<NoteWaits label={t(`label.${side}`)} />}>
          <NoteEditor caseId={caseId} side={side} me={me} label={t(`label.${side}`)} onSaved={setSaved} />
        </Suspense>
      ) : (
        <p className={note?.text ? 'pad-text' : 'pad-text muted'}>
          {note === undefined ? t('opening') : note.text || t('empty')}
        </p>
      )}
      <footer>
        {writes ? (
          <Button small disabledBecause={saved ? undefined : t('doneWaits')} onClick={() => setWrites(false)}>
            {t('done')}
          </Button>
        ) : (
          <Button small icon={<PenLine className="ic" aria-hidden />} onClick={() => setWrites(true)}>
            {t(`write.${side}`)}
          </Button>
        )}
        {note && note.at > 0 && !writes ? <Changed note={note} /> : null}
        {note && note.at > 0 ? (
          <Button
            small
            variant="quiet"
            icon={<History className="ic" aria-hidden />}
            onClick={() => setHistory(true)}
          >
            {t('history.open')}
          </Button>
        ) : null}
      </footer>
      <Suspense>
        {history ? <NoteHistory caseId={caseId} side={side} onClose={() => setHistory(false)} /> : null}
      </Suspense>
    </section>
  )
}

function Changed({ note }: { readonly note: NoteText }) {
  const t = useT('collaboration')
  const locale = useLocale()
  const now = useMinute(serverNow())
  return (
    <span className="muted" title={exactInWit(note.at, locale)}>
      {t('changed', { at: relativeTime(note.at, now, locale) })}
    </span>
  )
}
