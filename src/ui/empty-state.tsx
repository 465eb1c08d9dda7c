import type { ReactNode } from 'react'

type EmptyStateProps = { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }

/** An empty place teaches the next step. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg
        width="76"
        height="46"
        viewBox="0 0 76 46"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M3 14c9-8 16-8 24 0s16 8 24 0 14-7 22-3" />
        <path d="M3 27c9-8 16-8 24 0s16 8 24 0" opacity=".6" />
        <path d="M3 40c9-8 16-8 24 0" opacity=".35" />
      </svg>
      <h2 className="title">{title}</h2>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </div>
  )
}
