'use client'
import type { Present } from '#domain/case/here.ts'
import { Avatar } from '#ui/avatar.tsx'
import { useDoing, useOthers } from './use-others.ts'
import './seen-by.css'

type SeenByProps = {
  /** Which of the colleagues are meant: at this paper, in this field. */
  readonly who: (person: Present) => boolean
  readonly most?: number
}

/** The colleagues who are at one thing of the case, as small marks beside it; each says in its title what they do. */
export function SeenBy({ who, most = 2 }: SeenByProps) {
  const doing = useDoing()
  const here = useOthers().filter(who)
  if (here.length === 0) return null
  return (
    <span className="seen-by">
      {here.slice(0, most).map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} about={doing(person)} looking />
      ))}
      {here.length > most ? <span className="label">+{here.length - most}</span> : null}
    </span>
  )
}

/** Who looks at a paper: at the newest one, or at one that it replaced. */
export function looksAt(fileIds: readonly string[]): SeenByProps['who'] {
  return ({ detail }) => detail?.paper !== undefined && fileIds.includes(detail.paper)
}

/** Who has the caret in a field. */
export function writesIn(field: string): SeenByProps['who'] {
  return ({ detail }) => detail?.field === field
}
