'use client'
import { Camera, FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { lazyPart } from '#client/lazy-part.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { siftFiles } from './photo/sift-files.ts'
import { hasCamera } from './photo/use-camera.ts'

const CameraScreen = lazyPart(async () => ({
  default: (await import('./photo/camera-screen.tsx')).CameraScreen,
}))
const PickCheck = lazyPart(async () => ({ default: (await import('./photo/pick-check.tsx')).PickCheck }))

type Props = {
  readonly label: ReactNode
  /** What a screen reader hears: which paper. */
  readonly about: string
  /** The paper by its name, and whether it is a card. */
  readonly paper: string
  readonly card: boolean
  readonly camera: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly className?: string
}

const FILES = 'image/jpeg,image/png,image/webp,image/heic,application/pdf'

/**
 * A button that opens the camera, or the files of this device; several pages may be chosen at once. What was taken or
 * chosen is looked at before it is given on: what is simply good at once, the rest when a person has decided.
 */
export function PaperPick({ label, about, paper, card, camera, onFiles, className = 'btn touch' }: Props) {
  const t = useT('intake')
  const files = useRef<HTMLInputElement>(null)
  const shots = useRef<HTMLInputElement>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])
  const [live, setLive] = useState(false)
  const [looking, setLooking] = useState(false)
  /** Decided already, and still to be decided. Given on together: giving one may end this button. */
  const [desk, setDesk] = useState<{ readonly fine: readonly File[]; readonly doubtful: readonly File[] }>()

  async function take(chosen: readonly File[]): Promise<void> {
    setLive(false)
    setLooking(true)
    const sifted = await siftFiles(chosen)
    // Whoever went on meanwhile decides nothing any more: what they chose is given as it is, and not lost.
    if (!isHere.current) return onFiles([...sifted.fine, ...sifted.doubtful])
    setLooking(false)
    go(sifted.fine, sifted.doubtful)
  }
  function go(fine: readonly File[], doubtful: readonly File[]): void {
    if (doubtful.length > 0) return setDesk({ fine, doubtful })
    setDesk(undefined)
    if (fine.length > 0) onFiles(fine)
  }
  const chosen = (input: HTMLInputElement) => {
    const list = [...(input.files ?? [])]
    input.value = '' // the same file may be chosen again
    if (list.length > 0) void take(list)
  }
  const [doubtful, ...rest] = desk?.doubtful ?? []
  const open = () =>
    camera ? (hasCamera() ? setLive(true) : shots.current?.click()) : files.current?.click()
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={looking ? t('photo.looking') : about}
        aria-disabled={looking || undefined}
        onClick={looking ? undefined : open}
      >
        {camera ? <Camera className="ic" aria-hidden /> : <FolderOpen className="ic" aria-hidden />}
        {looking ? t('photo.lookingShort') : label}
      </button>
      {camera ? (
        <input
          ref={shots}
          type="file"
          hidden
          aria-hidden
          tabIndex={-1}
          accept="image/*"
          capture="environment"
          onChange={(event) => chosen(event.currentTarget)}
        />
      ) : null}
      <input
        ref={files}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        data-paper={about}
        multiple={!camera}
        accept={FILES}
        onChange={(event) => chosen(event.currentTarget)}
      />
      <Suspense fallback={null}>
        {live ? (
          <CameraScreen
            paper={paper}
            shape={card ? 'card' : 'sheet'}
            onReady={(photo) => {
              setLive(false)
              onFiles([photo])
            }}
            onFile={(file) => {
              setLive(false)
              onFiles([file])
            }}
            onGallery={() => files.current?.click()}
            onPhoneCamera={() => shots.current?.click()}
            onClose={() => setLive(false)}
          />
        ) : null}
        {desk && doubtful ? (
          <PickCheck
            key={desk.fine.length + rest.length}
            file={doubtful}
            paper={paper}
            onAgain={() => {
              go(desk.fine, rest)
              open()
            }}
            onReady={(photo) => go([...desk.fine, photo], rest)}
            onFile={(file) => go([...desk.fine, file], rest)}
            onClose={() => go(desk.fine, rest)}
          />
        ) : null}
      </Suspense>
    </>
  )
}
