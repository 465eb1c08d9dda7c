import { Lock } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly small?: boolean
  readonly touch?: boolean
  readonly block?: boolean
  /** The key that does the same, shown on the button. */
  readonly kbd?: string | undefined
  readonly icon?: ReactNode
  /** Why it cannot be pressed now. It keeps its place and its focus, and says the reason beside it. */
  readonly disabledBecause?: string | undefined
}

/** One primary per view. A disabled button keeps its place and gives its reason as text. */
export function Button({
  variant = 'plain',
  small,
  touch,
  block,
  kbd,
  icon,
  disabledBecause,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const off = disabledBecause !== undefined
  const classes = [
    'btn',
    variant === 'plain' ? '' : variant,
    small ? 'sm' : '',
    touch ? 'touch' : '',
    block ? 'block' : '',
    className ?? '',
  ]
  return (
    <>
      <button
        {...rest}
        type={type}
        className={classes.filter(Boolean).join(' ')}
        aria-disabled={off || undefined}
        title={disabledBecause ?? rest.title}
        onClick={(event) => {
          if (off) event.preventDefault()
          else onClick?.(event)
        }}
      >
        {off ? <Lock className="ic" aria-hidden /> : icon}
        {children}
        {kbd ? <kbd aria-hidden>{kbd}</kbd> : null}
      </button>
      {off ? <span className="why">{disabledBecause}</span> : null}
    </>
  )
}
