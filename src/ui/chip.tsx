import type { ReactNode } from 'react'

type ChipProps = {
  readonly tone?: 'plain' | 'line' | 'accent' | 'warn' | 'danger'
  readonly icon?: ReactNode
  readonly title?: string
  readonly children: ReactNode
}

/** A small word with an icon. The word carries the meaning, the colour only repeats it. */
export function Chip({ tone = 'plain', icon, title, children }: ChipProps) {
  return (
    <span className={tone === 'plain' ? 'tag' : `tag ${tone}`} title={title}>
      {icon}
      {children}
    </span>
  )
}
