'use client'
import { Camera, FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRef } from 'react'

type Props = {
  readonly label: ReactNode
  /** What a screen reader hears: which paper. */
  readonly about: string
  readonly camera: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly className?: string
}

/** A button that opens the camera, or the files of this device. Several pages may be chosen at once. */
export function PaperPick({ label, about, camera, onFiles, className = 'btn touch' }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={className} aria-label={about} onClick={() => input.current?.click()}>
        {camera ? <Camera className="ic" aria-hidden /> : <FolderOpen className="ic" aria-hidden />}
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        data-paper={about}
        multiple={!camera}
        accept={camera ? 'image/*' : 'image/jpeg,image/png,image/webp,image/heic,application/pdf'}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = '' // the same file may be chosen again
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
