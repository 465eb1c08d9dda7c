'use client'
import type { KeyboardEvent } from 'react'
import { useId } from 'react'
import { MentionField } from '#ui/mention-field.tsx'
import { useMentionable } from './use-mentionable.ts'

type Words = { readonly text: string; readonly mentions: readonly string[] }
type PinWordsProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: Words
  readonly onChange: (next: Words) => void
  readonly onSend: () => void
}

/** Words about a place of the paper, in which `@` calls colleagues and offices. Ctrl or ⌘ with Enter sends them. */
export function PinWords({ label, placeholder, value, onChange, onSend }: PinWordsProps) {
  const id = useId()
  const { people, offices, ask } = useMentionable()
  return (
    <div className="pin-words">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <MentionField
        id={id}
        rows={1}
        maxLength={2000}
        placeholder={placeholder}
        value={value}
        people={people}
        offices={offices}
        onAsk={ask}
        onChange={onChange}
        onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          onSend()
        }}
      />
    </div>
  )
}
