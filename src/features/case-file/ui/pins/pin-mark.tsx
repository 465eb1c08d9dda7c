import { Check } from 'lucide-react'
import type { Pin } from '#domain/case/pin.ts'
import { colourOf } from '#ui/avatar.tsx'

/** The drop with its number, in the colour of whoever put it; a settled one is white with a check. */
export function PinMark({ pin }: { readonly pin: Pin }) {
  const done = pin.state === 'good'
  return (
    <span className={done ? 'pin-mark done' : `pin-mark c${colourOf(pin.by.id)}`} aria-hidden>
      {done ? <Check className="ic" aria-hidden /> : pin.number}
    </span>
  )
}
