'use client'
import { Ellipsis } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { Action } from './actions.ts'
import { wordsFor } from './case-words.ts'
import { useDesk } from './desk.ts'

type MoreActsProps = {
  readonly actions: readonly Action[]
  readonly side: readonly Action[]
  readonly onAct: (action: Action) => void
  readonly onNote: () => void
  readonly onKeys: () => void
}

/** Every other act of this role, with the reason when it is not possible. On a phone also what stands beside the way. */
export function MoreActs({ actions, side, onAct, onNote, onKeys }: MoreActsProps) {
  const t = useT('case')
  const text = useText()
  const { kind, now } = useDesk()
  const [open, setOpen] = useState(false)
  // As it was when the menu was opened: nothing moves under the hand that chooses.
  const [order, setOrder] = useState<readonly string[]>([])
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
  const possibleFirst = () =>
    [...actions].sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null))
  const place = (action: Action) => {
    const at = order.indexOf(action.command)
    return at === -1 ? order.length : at
  }
  const sorted = [...actions].sort((a, b) => place(a) - place(b))
  return (
    <div className="case-menu" ref={ref}>
      <button
        type="button"
        className="btn"
        aria-expanded={open}
        aria-haspopup="true"
        onClick={() => {
          setOrder(possibleFirst().map((action) => action.command))
          setOpen(!open)
        }}
      >
        <Ellipsis className="ic" aria-hidden />
        <span className="desk-only">{t('action.more')}</span>
        <span className="phone-only">{t('action.rest')}</span>
      </button>
      {open ? (
        <ul>
          {side
            .filter((action) => action.refusal === null)
            .map((action) => (
              <li key={action.command} className="phone-only">
                <button
                  type="button"
                  onClick={() => {
                    setOpen(false)
                    onAct(action)
                  }}
                >
                  {text(COMMAND_LABEL[action.command])}
                </button>
              </li>
            ))}
          <li className="phone-only">
            <button
              type="button"
              onClick={() => {
                setOpen(false)
                onNote()
              }}
            >
              {t('note.open')}
            </button>
          </li>
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
                {text(COMMAND_LABEL[action.command])}
                {action.direct ? '' : '…'}
                {action.refusal === null ? null : (
                  <span className="why">{text(wordsOf(action.refusal, words))}</span>
                )}
              </button>
            </li>
          ))}
          <li className="desk-only">
            <button
              type="button"
              onClick={() => {
                setOpen(false)
                onKeys()
              }}
            >
              {t('keys.open')}
            </button>
          </li>
        </ul>
      ) : null}
    </div>
  )
}
