'use client'
import { Check, Ellipsis, LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useId, useRef, useState } from 'react'
import type { CaseCommand, CommandType } from '#domain/case/command.ts'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { stepFor } from '#domain/case/transition.ts'
import { clockTime } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { Action, Actions } from './actions.ts'
import { wordsFor } from './case-words.ts'
import { useDesk } from './desk.ts'
import { TroubleNote } from './trouble-note.tsx'

type CaseFootProps = { readonly actions: Actions; readonly onAct: (action: Action) => void; readonly onNote: () => void; readonly onKeys: () => void }

/** Acts whose trouble stands in a place of its own. */
const ELSEWHERE: readonly CaseCommand['type'][] = ['writeNote', 'checkItem']

/** What can be done now. What cannot keeps its place and says why; the rest of the role's acts stand in a list. */
export function CaseFoot({ actions, onAct, onNote, onKeys }: CaseFootProps) {
  const t = useT('case')
  const desk = useDesk()
  const { file, actor, trouble, unconfirmed, savedAt } = desk
  const repairs = stepFor('repair', file.stage, actor.role) ?? stepFor('resubmit', file.stage, actor.role) ?? (file.stage === 'DRAFT' ? stepFor('submit', file.stage, actor.role) : undefined)
  const forward = [...actions.on].sort((a, b) => Number(a.refusal === null) - Number(b.refusal === null))
  const primary = forward.findLast((action) => action.refusal === null)
  const blocked = forward.filter((action) => action.refusal !== null)
  return (
    <footer>
      {trouble && !ELSEWHERE.includes(trouble.command.type) ? <div className="case-answer"><TroubleNote trouble={trouble} /></div> : null}
      <div className="case-foot">
        {actions.side.map((action) => <ActButton key={action.command} action={action} onAct={onAct} />)}
        <button type="button" className="btn" onClick={onNote}>{t('note.open')} <kbd aria-hidden>M</kbd></button>
        {actions.back.map((action) => <ActButton key={action.command} action={action} danger onAct={onAct} />)}
        <MoreActs actions={actions.rest} onAct={onAct} onKeys={onKeys} />
        <span className="saved" role="status">
          {unconfirmed.length > 0 ? <span className="pending"><LoaderCircle className="ic" aria-hidden />{t('action.sending')}</span> : savedAt === undefined ? null : <span className="yes"><Check className="ic" aria-hidden />{t('action.saved', { at: clockTime(savedAt, true) })}</span>}
        </span>
        <div className="end">
          {blocked.map((action) => <ActButton key={action.command} action={action} onAct={onAct} reasonFirst />)}
          {forward.filter((action) => action.refusal === null).map((action) => <ActButton key={action.command} action={action} primary={action === primary && !repairs} onAct={onAct} />)}
          {repairs ? <Link className="btn primary" href={`/ajukan/${file.id}`}>{file.stage === 'DRAFT' ? t('action.fill') : t('action.repair')}</Link> : null}
        </div>
      </div>
    </footer>
  )
}

type ActButtonProps = { readonly action: Action; readonly primary?: boolean; readonly danger?: boolean; readonly reasonFirst?: boolean; readonly onAct: (action: Action) => void }

function ActButton({ action, primary, danger, onAct }: ActButtonProps) {
  const text = useText()
  const { kind, now } = useDesk()
  const id = useId()
  const why = action.refusal === null ? undefined : text(wordsOf(action.refusal, wordsFor(kind, now)))
  const off = why !== undefined
  return (
    <>
      {off ? <p className="why" id={id}>{why}</p> : null}
      <button
        type="button"
        className={['btn', primary ? 'primary' : '', danger && !off ? 'danger' : ''].filter(Boolean).join(' ')}
        aria-disabled={off || undefined}
        aria-describedby={off ? id : undefined}
        onClick={() => {
          if (!off) onAct(action)
        }}
      >
        {off ? <LockMark /> : null}
        {text(COMMAND_LABEL[action.command])}{action.direct ? '' : '…'}
        {action.key ? <kbd aria-hidden>{action.key}</kbd> : null}
      </button>
    </>
  )
}

function LockMark() {
  return (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true"><rect width="18" height="11" x="3" y="11" rx="2" ry="2" /><path d="M7 11V7a5 5 0 0 1 10 0v4" /></svg>
  )
}

/** Every other act of this role, with the reason when it is not possible. */
function MoreActs({ actions, onAct, onKeys }: { readonly actions: readonly Action[]; readonly onAct: (action: Action) => void; readonly onKeys: () => void }) {
  const t = useT('case')
  const text = useText()
  const { kind, now } = useDesk()
  const [open, setOpen] = useState(false)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      ref.current?.querySelector('button')?.focus()
    }
    window.addEventListener('pointerdown', onDown)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointerdown', onDown)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [open])
  const words = wordsFor(kind, now)
  const sorted = [...actions].sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null))
  return (
    <div className="case-menu" ref={ref}>
      <button type="button" className="btn" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}><Ellipsis className="ic" aria-hidden />{t('action.more')}</button>
      {open ? (
        <ul>
          {sorted.map((action) => (
            <li key={action.command}>
              <button
                type="button"
                aria-disabled={action.refusal !== null || undefined}
                onClick={() => {
                  if (action.refusal !== null) return
                  setOpen(false)
                  onAct(action)
                }}
              >
                {text(COMMAND_LABEL[action.command])}{action.direct ? '' : '…'}
                {action.refusal === null ? null : <span className="why">{text(wordsOf(action.refusal, words))}</span>}
              </button>
            </li>
          ))}
          <li><button type="button" onClick={() => { setOpen(false); onKeys() }}>{t('keys.open')}</button></li>
        </ul>
      ) : null}
    </div>
  )
}

export function directCommand(command: CommandType): CaseCommand | undefined {
  switch (command) {
    case 'claim':
    case 'release':
    case 'forward':
    case 'approve':
    case 'confirm':
    case 'extendClaim':
      return { type: command }
    default:
      return undefined
  }
}
