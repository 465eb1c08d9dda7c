'use client'
import { CircleAlert, CloudOff, Hand } from 'lucide-react'
import Link from 'next/link'
import type { Holder } from '#domain/case/case-file.ts'
import { holderNow } from '#domain/case/lease.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { timeInWit } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { wordsFor } from './case-words.ts'
import type { RunOutcome, Trouble } from './desk.ts'
import { useDesk } from './desk.ts'
import { queuePath } from './queue-path.ts'
import { useNote } from './use-note.ts'
import { wordsIn } from './words-in.ts'
import { ProposeButton } from './work/propose-button.tsx'

const ignore = () => undefined

type TroubleNoteProps = {
  readonly trouble: Trouble
  readonly onClose?: () => void
  /** What sending it again came to. */
  readonly onOutcome?: (outcome: RunOutcome) => void
}

/** Why an act did not happen: who was faster and when, or what the rule asks. What was typed is kept and can be sent as a note. */
export function TroubleNote({ trouble, onClose, onOutcome = ignore }: TroubleNoteProps) {
  const t = useT('case')
  const text = useText()
  const { file, kind, now, dismiss, keepAsNote } = useDesk()
  const [note] = useNote(file.id)
  const kept = trouble.command.type === 'writeNote' ? '' : wordsIn(trouble.command)
  const close = () => {
    dismiss()
    onClose?.()
  }
  const asNote =
    kept === '' ? null : (
      <Button
        variant="quiet"
        onClick={() => {
          keepAsNote(kept)
          close()
        }}
      >
        {t('trouble.asNote')}
      </Button>
    )
  if (trouble.why === 'unsent') {
    return (
      <div className="case-trouble">
        <Note tone="warn" role="alert" icon={<CloudOff className="ic" aria-hidden />} title={trouble.words}>
          {t('trouble.unsentNext')}
        </Note>
        <div className="row">
          {trouble.retry ? (
            <Button variant="primary" onClick={() => void trouble.retry?.().then(onOutcome)}>
              {t('trouble.retry')}
            </Button>
          ) : null}
          {asNote}
        </div>
      </div>
    )
  }
  const { refusal } = trouble
  const faster = isFaster(refusal)
  const holder = holderNow(file, now)
  return (
    <div className="case-trouble">
      <Note
        tone={faster ? 'warn' : 'danger'}
        role="alert"
        icon={faster ? <Hand className="ic" aria-hidden /> : <CircleAlert className="ic" aria-hidden />}
        title={text(wordsOf(refusal, wordsFor(kind, now)))}
      >
        {kept === '' && note.text.trim() === '' ? null : t('trouble.kept')}
      </Note>
      {faster && holder ? <HeldBy holder={holder} number={file.number ?? ''} /> : null}
      <div className="row">
        {faster ? (
          <Link className="btn primary" href={queuePath(file)}>
            {t('trouble.next')}
          </Link>
        ) : null}
        {faster ? <ProposeButton command={trouble.command} writtenAt={trouble.at} onSent={close} /> : null}
        <Button onClick={close}>{faster ? t('trouble.look') : t('trouble.close')}</Button>
        {asNote}
      </div>
    </div>
  )
}

function HeldBy({ holder, number }: { readonly holder: Holder; readonly number: string }) {
  const t = useT('case')
  const text = useText()
  return (
    <div className="case-heldby">
      <Avatar id={holder.id} name={holder.name} about={text(ROLE_LABEL[holder.role])} large editing />
      <span>
        <b>{number}</b>
        <br />
        <span className="muted">
          {t('trouble.heldBy', { name: holder.name, time: timeInWit(holder.until) })}
        </span>
      </span>
    </div>
  )
}

/** Someone else got there first, as opposed to something that the rule still asks. */
export function isFaster(refusal: Refusal): boolean {
  return (
    refusal.why === 'held-by-other' || (refusal.why === 'not-in-stage' && refusal.changedBy !== undefined)
  )
}
