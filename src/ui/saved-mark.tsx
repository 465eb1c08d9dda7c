import { BadgeCheck, Clock, Landmark, Smartphone } from 'lucide-react'
import type { ReactNode } from 'react'

type SavedMarkProps = {
  /** `device`: safe on this device. `dinas`: the Dinas has it. They are two facts and never look alike. */
  readonly place: 'device' | 'dinas'
  readonly yes: boolean
  readonly children: ReactNode
}

/** One of the two marks: a phone in the colour of text, or the seal of the house in laut; a clock while it is not so yet. */
export function SavedMark({ place, yes, children }: SavedMarkProps) {
  const Icon = yes ? (place === 'device' ? Smartphone : BadgeCheck) : place === 'device' ? Clock : Landmark
  return (
    <span
      className={`saved-mark ${place} ${yes ? 'yes' : 'no'}`}
      data-mark={`${place}-${yes ? 'yes' : 'no'}`}
    >
      <Icon className="ic" aria-hidden />
      {children}
    </span>
  )
}
