'use client'
import { Check, Lock, RotateCcw, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { pinTitle } from '#domain/case/pin-words.ts'
import type { Pin, PinAnswer } from '#domain/case/pin.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { newId } from '#client/new-id.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { momentWords, wordsFor } from '../case-words.ts'
import { useDesk } from '../desk.ts'
import { TroubleNote } from '../trouble-note.tsx'
import { useTyped } from '../use-typed.ts'
import { usePinDesk } from './pin-desk.ts'
import { PinWords } from './pin-words-field.tsx'
import { mayAnswer } from './may-answer.ts'

const EMPTY = { text: '', mentions: [] as readonly string[] }

/** What was said about one place of the paper, and what is to be said. Half-typed words outlive every update. */
export function PinThread({ pin }: { readonly pin: Pin }) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, kind, actor, now, run, trouble, dismiss } = useDesk()
  const { open } = usePinDesk()
  const [typed, setTyped] = useTyped(file.id, `pin-${pin.id}`, EMPTY)
  const [busy, setBusy] = useState(false)
  const ref = useRef<HTMLDivElement>(null)
  const words = typed.text.trim()
  useEffect(() => ref.current?.querySelector('textarea')?.focus({ preventScroll: true }), [])

  async function reply() {
    if (words === '' || busy) return
    setBusy(true)
    const { mentions } = typed
    const outcome = await run({
      type: 'replyPin',
      pinId: pin.id,
      replyId: newId(),
      text: words,
      mentions: [...mentions],
    })
    setBusy(false)
    if (outcome === 'done') setTyped((now) => (now.text.trim() === words ? EMPTY : now))
  }
  const settle = async (as: PinAnswer) => {
    const outcome = await run({ type: 'settlePin', pinId: pin.id, as })
    if (outcome === 'done' && as !== 'open') open(undefined)
  }
  const close = () => {
    open(undefined)
    document.querySelector<HTMLElement>(`.pin-drop[data-pin="${pin.number}"]`)?.focus()
  }
  const may = mayAnswer(file, pin, actor, now)
  const own = trouble?.command.type === 'replyPin' && trouble.command.pinId === pin.id
  const ownAnswer = trouble?.command.type === 'settlePin' && trouble.command.pinId === pin.id
  const said = [{ id: pin.id, text: pin.text, by: pin.by, at: pin.at }, ...pin.thread]
  return (
    // Escape closes it, as it does everything that floats.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="pin-thread"
      ref={ref}
      role="group"
      aria-label={t('pin.thread', { n: pin.number })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <header>
        <b>{text(pinTitle(pin)) || t('pin.remark')}</b>
        <span className="label">{t(`pin.state.${pin.state}`)}</span>
        <button type="button" className="btn quiet sm" aria-label={t('pin.close')} onClick={close}>
          ×
        </button>
      </header>
      <ol tabIndex={said.length > 3 ? 0 : undefined}>
        {said.map((one) => (
          <li key={one.id}>
            <Avatar id={one.by.id} name={one.by.name} />
            <p>
              <b>{one.by.id === actor.id ? t('note.you') : one.by.name}</b>{' '}
              <span className="muted">{momentWords(one.at, now, locale)}</span>
              {one.text === '' ? null : (
                <>
                  <br />
                  {one.text}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <PinWords
        label={t('pin.reply')}
        placeholder={t('pin.reply')}
        value={typed}
        onChange={setTyped}
        onSend={() => void reply()}
      />
      {own || ownAnswer ? <TroubleNote trouble={trouble} /> : null}
      {may.why ? <p className="why">{text(wordsOf(may.why, wordsFor(kind, now)))}</p> : null}
      <footer>
        <span className="label">
          <Lock className="ic s" aria-hidden /> {t('pin.internal')}
        </span>
        <span className="acts">
          {words === '' ? (
            <>
              {may.withdraw ? (
                <Button
                  small
                  variant="quiet"
                  icon={<Undo2 className="ic s" aria-hidden />}
                  onClick={() => void settle('withdrawn')}
                >
                  {t('pin.withdraw')}
                </Button>
              ) : null}
              {may.reopen ? (
                <Button
                  small
                  variant="quiet"
                  icon={<RotateCcw className="ic s" aria-hidden />}
                  onClick={() => void settle('open')}
                >
                  {t('pin.reopen')}
                </Button>
              ) : null}
              {may.settle ? (
                <Button
                  small
                  icon={<Check className="ic s" aria-hidden />}
                  onClick={() => void settle('good')}
                >
                  {pin.askedAt === undefined ? t('pin.settle') : t('pin.good')}
                </Button>
              ) : null}
            </>
          ) : (
            <Button
              small
              variant="primary"
              disabledBecause={busy ? t('action.sending') : undefined}
              onClick={() => {
                dismiss()
                void reply()
              }}
            >
              {t('pin.send')}
            </Button>
          )}
        </span>
      </footer>
    </div>
  )
}
