import type { ReactNode } from 'react'

type NoteProps = {
  readonly tone?: 'plain' | 'accent' | 'warn' | 'danger'
  readonly icon?: ReactNode
  readonly title?: ReactNode
  /** `alert` when it answers something the person just did. */
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A message that stands in the place where it belongs: refusals and conflicts are notes, not toasts. */
export function Note({ tone = 'plain', icon, title, role, children }: NoteProps) {
  return (
    <div className={tone === 'plain' ? 'note' : `note ${tone}`} role={role}>
      {icon}
      <div>
        {title ? <b>{title}</b> : null}
        {title && children ? <br /> : null}
        {children}
      </div>
    </div>
  )
}
