'use client'
import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'

type Props = {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
}
type Parts = { readonly day: string; readonly month: string; readonly year: string }

/** Three boxes of digits: nobody pages through a calendar back to 1958. */
export function DateInput({ id, value, onChange, onLeave, describedBy, invalid }: Props) {
  const t = useT('intake')
  const [parts, setParts] = useState(() => partsOf(value))
  // Somebody else's value, or one that came back tidied; half-typed digits of one's own stay.
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (written(parts) !== value) setParts(partsOf(value))
  }
  const change = (part: keyof Parts, typed: string) => {
    const next = { ...parts, [part]: typed.replace(/\D/g, '').slice(0, part === 'year' ? 4 : 2) }
    setParts(next)
    onChange(written(next))
  }
  return (
    <div
      className="dmy"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      {(['day', 'month', 'year'] as const).map((part, index) => (
        <label key={part}>
          {t(`date.${part}`)}
          <input
            id={index === 0 ? id : undefined}
            className="input touch"
            inputMode="numeric"
            autoComplete="off"
            value={parts[part]}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => change(part, event.currentTarget.value)}
          />
        </label>
      ))}
    </div>
  )
}

/** `2026-04-29`; something unfinished stays recognisably unfinished, so that the check can name it. */
function written({ day, month, year }: Parts): string {
  if (day === '' && month === '' && year === '') return ''
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function partsOf(value: string): Parts {
  const [year = '', month = '', day = ''] = value.split('-')
  const plain = (part: string) => (part === '00' ? '' : part.replace(/^0(?=\d)/, ''))
  return { day: plain(day), month: plain(month), year }
}
