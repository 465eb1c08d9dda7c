'use client'
import type { Choice } from '#domain/service/service-definition.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'

type Props = {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

/** Up to this many answers stand open; more go into a list. */
const OPEN_MOST = 7

export function ChoiceInput({ id, choices, value, onChange, onLeave, describedBy, invalid }: Props) {
  const t = useT('intake')
  const text = useText()
  if (choices.length > OPEN_MOST) {
    return (
      <select
        id={id}
        className="input touch"
        value={value}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onBlur={onLeave}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          onLeave()
        }}
      >
        <option value="">{t('choose')}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {text(one.label)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div
      className="opts"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    >
      {choices.map((one, index) => (
        <label key={one.value} className="opt">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={id}
            value={one.value}
            checked={value === one.value}
            onChange={() => {
              onChange(one.value)
              onLeave()
            }}
          />
          <span>{text(one.label)}</span>
        </label>
      ))}
    </div>
  )
}
