'use client'
import type { ReactNode } from 'react'
import { useId } from 'react'

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
  return (
    <>
      <label className={primary ? 'btn primary touch' : 'btn touch block'} htmlFor={id}>
        {icon}
        {children}
      </label>
      <input
        className="vh"
        id={id}
        type="file"
        accept={`${ending},application/octet-stream`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
