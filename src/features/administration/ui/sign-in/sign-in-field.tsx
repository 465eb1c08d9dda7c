import type { ComponentProps } from 'react'

type SignInFieldProps = ComponentProps<'input'> & {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
}

/** The kit's field, without its icon set: the sign-in page loads no script for it. */
export function SignInField({ id, label, hint, error, ...input }: SignInFieldProps) {
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="err" id={`${id}-error`} role="alert">
          <AlertIcon /> {error}
        </span>
      ) : null}
      <input
        {...input}
        id={id}
        className="input touch"
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
    </div>
  )
}

export function AlertIcon() {
  return (
    <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <line x1="12" x2="12" y1="8" y2="12" />
      <line x1="12" x2="12.01" y1="16" y2="16" />
    </svg>
  )
}
