'use client'
import type { ComponentProps, KeyboardEvent, RefObject } from 'react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import type { Mentionable, MentionValue } from './mention-text.ts'
import { askedAt, matching, partsOf, stillMentioned, withMention } from './mention-text.ts'
import './mention-field.css'

const SHOWN = 6
const NONE: readonly Mentionable[] = []

type MentionFieldProps = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'> & {
  readonly value: MentionValue
  readonly onChange: (value: MentionValue) => void
  /** Who may be called: only those who may open what the text belongs to. */
  readonly people: readonly Mentionable[]
  readonly offices?: readonly Mentionable[]
  /** The first `@`: whoever loads the names late does it now. */
  readonly onAsk?: (() => void) | undefined
  readonly inputRef?: RefObject<HTMLTextAreaElement | null> | undefined
}

/**
 * A text area in which `@` calls people and offices. The list under it is the text's own: arrows move in it, Enter or Tab
 * takes, Escape closes it and nothing else. Below stands who will be told. It goes into a `Field` like any control.
 */
export function MentionField({
  value,
  onChange,
  people,
  offices = NONE,
  onAsk,
  inputRef,
  onKeyDown,
  onBlur,
  onSelect,
  ...rest
}: MentionFieldProps) {
  const t = useT('common')
  const listId = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const area = inputRef ?? own
  const [caret, setCaret] = useState<number | undefined>()
  const [at, setAt] = useState(0)
  const goTo = useRef<number | undefined>(undefined)
  const all = [...people, ...offices]
  const asked = caret === undefined ? undefined : askedAt(value.text, caret)
  const found = asked === undefined ? NONE : matching(asked.asked, all, SHOWN)
  const open = found.length > 0
  const current = Math.min(at, found.length - 1)
  const told = all.filter(({ id }) => value.mentions.includes(id))

  useLayoutEffect(() => {
    if (goTo.current === undefined) return
    area.current?.setSelectionRange(goTo.current, goTo.current)
    goTo.current = undefined
  })

  function typed(text: string, place: number) {
    setCaret(place)
    setAt(0)
    if (askedAt(text, place)) onAsk?.()
    onChange({ text, mentions: stillMentioned(text, value.mentions, all) })
  }

  function take(chosen: Mentionable | undefined) {
    if (chosen === undefined || caret === undefined) return
    const next = withMention(value, caret, chosen)
    goTo.current = next.caret
    setCaret(undefined)
    onChange(next.value)
    area.current?.focus()
  }

  function pressed(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!open || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return onKeyDown?.(event)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((current + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(found[current])
    else if (event.key === 'Escape') setCaret(undefined)
    else return onKeyDown?.(event)
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="mention">
      <textarea
        {...rest}
        ref={area}
        value={value.text}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${current}` : undefined}
        onChange={(event) => typed(event.target.value, event.target.selectionStart)}
        onKeyDown={pressed}
        onSelect={(event) => {
          // The caret left the name: the list goes. Typing has said so already.
          const place = event.currentTarget.selectionStart
          if (caret !== undefined && place !== caret) setCaret(undefined)
          onSelect?.(event)
        }}
        onBlur={(event) => {
          setCaret(undefined)
          onBlur?.(event)
        }}
      />
      {open ? (
        <ul className="mention-list" id={listId} role="listbox" aria-label={t('mention.list')}>
          {found.map((one, index) => (
            // The keys are the text's own.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={one.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              onPointerDown={(event) => event.preventDefault() /* the text keeps the focus */}
              onClick={() => take(one)}
            >
              <b>{one.name}</b>
              {one.about === undefined ? null : <span> {one.about}</span>}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mention-told" aria-live="polite">
        {open ? <span className="vh">{t('mention.found', { n: found.length })}</span> : null}
        {told.length > 0 ? t('mention.told', { names: told.map(({ name }) => name).join(', ') }) : null}
      </p>
    </div>
  )
}

type MentionTextProps = {
  readonly text: string
  /** Those called in it, by name; someone who is not known here stays plain words. */
  readonly called: readonly Mentionable[]
  readonly me?: string | undefined
}

/** The words of a remark, with the names of those called in it set off; one's own name most. */
export function MentionText({ text, called, me }: MentionTextProps) {
  let at = 0
  return partsOf(text, called).map(({ words, mention }) => {
    const key = at
    at += words.length
    if (mention === undefined) return words
    return (
      <span className={mention.id === me ? 'mention-name me' : 'mention-name'} key={key}>
        {words}
      </span>
    )
  })
}
