'use client'
import type { ReactNode } from 'react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'

type Props = {
  /** Its ending, with the dot. */
  readonly ending: '.antrean' | '.terima'
  readonly icon: ReactNode
  readonly primary?: boolean
  readonly children: ReactNode
  readonly onFile: (file: File) => void
}

/** A button that asks for one file. The same file may be picked twice: the field forgets it each time. */
export function FilePick({ ending, icon, primary = false, children, onFile }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = ''
    if (file) onFile(file)
  }
  // Picked before the script was here.
  const early = useEffectEvent(() => field.current && take(field.current))
  useEffect(() => void early(), [])
  return (
    <>
      <label className={primary ? 'btn primary touch' : 'btn touch block'} htmlFor={id}>
        {icon}
        {children}
      </label>
      <input
        className="vh"
        ref={field}
        id={id}
        type="file"
        accept={`${ending},application/octet-stream`}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  )
}
