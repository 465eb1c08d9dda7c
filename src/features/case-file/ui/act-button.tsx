'use client'
import { useId } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { useText } from '#i18n/messages-provider.tsx'
import type { Action } from './actions.ts'
import { wordsFor } from './case-words.ts'
import { useDesk } from './desk.ts'

type ActButtonProps = {
  readonly action: Action
  readonly primary?: boolean
  readonly danger?: boolean
  readonly side?: boolean
  readonly onAct: (action: Action) => void
}

/** One act in the foot. When it cannot be done it keeps its place, and its reason stands beside it as text. */
export function ActButton({ action, primary, danger, side, onAct }: ActButtonProps) {
  const text = useText()
  const { kind, now } = useDesk()
  const id = useId()
  const why = action.refusal === null ? undefined : text(wordsOf(action.refusal, wordsFor(kind, now)))
  const off = why !== undefined
  return (
    <>
      {off ? (
        <p className="why" id={id}>
          {why}
        </p>
      ) : null}
      <button
        type="button"
        className={['btn', primary ? 'primary' : '', danger && !off ? 'danger' : '', side ? 'side-act' : '']
          .filter(Boolean)
          .join(' ')}
        aria-disabled={off || undefined}
        aria-describedby={off ? id : undefined}
        onClick={() => {
          if (!off) onAct(action)
        }}
      >
        {off ? <LockMark /> : null}
        {text(COMMAND_LABEL[action.command])}
        {action.direct ? '' : '…'}
        {action.key ? <kbd aria-hidden>{action.key}</kbd> : null}
      </button>
    </>
  )
}

function LockMark() {
  return (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="18" height="11" x="3" y="11" rx="2" ry="2" />
      <path d="M7 11V7a5 5 0 0 1 10 0v4" />
    </svg>
  )
}
