'use client'
import { Images, ScanText, Smartphone, X, Zap } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { PAPER_FAULT_TEXT } from '#domain/case/paper-verdict-words.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { JudgedPhoto } from '../shrink-photo.ts'
import { PhotoReview } from './photo-review.tsx'
import { takeShot, useCamera } from './use-camera.ts'
import { useLiveLook } from './use-live-look.ts'
import './photo.css'

type Props = {
  readonly paper: string
  /** What the frame shows: a card on its side, or a sheet upright. */
  readonly shape: 'card' | 'sheet'
  readonly onReady: (photo: JudgedPhoto) => void
  /** A photo that cannot be opened here goes as it is. */
  readonly onFile: (file: File) => void
  readonly onGallery: () => void
  readonly onPhoneCamera: () => void
  readonly onClose: () => void
}

/** Sharpness that is asked for, on a scale of 100. */
const ASKED = 60

/** The camera, with what is wrong said before the shutter is pressed, and the photo looked at before it is kept. */
export function CameraScreen({ paper, shape, onReady, onFile, onGallery, onPhoneCamera, onClose }: Props) {
  const t = useT('intake')
  const dialog = useRef<HTMLDialogElement>(null)
  const [shot, setShot] = useState<File>()
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="camera"
      aria-label={t('camera.title', { paper })}
      onCancel={(event) => {
        event.preventDefault()
        if (shot) setShot(undefined)
        else onClose()
      }}
    >
      <header className="camera-head">
        <button type="button" className="camera-btn" aria-label={t('camera.close')} onClick={onClose}>
          <X className="ic" aria-hidden />
        </button>
        <b className="cut">{paper}</b>
      </header>
      {shot ? (
        <div className="camera-review">
          <PhotoReview
            file={shot}
            paper={paper}
            againLabel={t('photo.again')}
            onAgain={() => setShot(undefined)}
            onReady={onReady}
            onUnknown={() => onFile(shot)}
          />
        </div>
      ) : (
        <Lens shape={shape} onShot={setShot} onGallery={onGallery} onPhoneCamera={onPhoneCamera} />
      )}
    </dialog>
  )
}

type LensProps = Pick<Props, 'shape' | 'onGallery' | 'onPhoneCamera'> & {
  readonly onShot: (shot: File) => void
}

function Lens({ shape, onShot, onGallery, onPhoneCamera }: LensProps) {
  const t = useT('intake')
  const text = useText()
  const video = useRef<HTMLVideoElement>(null)
  const camera = useCamera(video)
  const look = useLiveLook(video, camera.state === 'on')
  const [taking, setTaking] = useState(false)
  // Small type and a slant are judged on the photo itself, which is finer and laid straight.
  const worst = look?.verdict.faults.find(({ fault }) => fault !== 'tooSmall' && fault !== 'tilted')
  const shoot = () => {
    if (!video.current || taking) return
    setTaking(true)
    takeShot(video.current).then(
      (blob) => {
        setTaking(false)
        if (blob) onShot(new File([blob], 'foto.jpg', { type: blob.type || 'image/jpeg' }))
      },
      () => setTaking(false),
    )
  }
  return (
    <>
      <div className="lens" data-camera={camera.state}>
        <video ref={video} playsInline muted aria-label={t('camera.picture')} />
        {camera.state === 'on' ? <i className={`frame ${shape}`} aria-hidden /> : null}
        {camera.state === 'none' ? (
          <p className="camera-none">{camera.why === 'denied' ? t('camera.denied') : t('camera.missing')}</p>
        ) : null}
        <div className="camera-hint" role="status">
          {worst ? (
            <span>
              <ScanText className="ic" aria-hidden />
              {text(PAPER_FAULT_TEXT[worst.fault].hint)}
            </span>
          ) : null}
        </div>
      </div>
      {camera.state === 'on' ? <Sharpness value={look?.sharpness ?? 0} /> : null}
      <div className="shut">
        <button type="button" className="camera-btn" onClick={onGallery}>
          <Images className="ic" aria-hidden />
          {t('camera.gallery')}
        </button>
        {camera.state === 'none' ? (
          <button type="button" className="btn primary touch" onClick={onPhoneCamera}>
            <Smartphone className="ic" aria-hidden />
            {t('camera.phone')}
          </button>
        ) : (
          <button
            type="button"
            className="shutter"
            aria-label={t('camera.shoot')}
            aria-disabled={camera.state !== 'on' || taking || undefined}
            onClick={shoot}
          />
        )}
        {camera.state === 'on' && camera.torch ? (
          <button
            type="button"
            className="camera-btn"
            aria-pressed={camera.lit}
            onClick={() => camera.setTorch(!camera.lit)}
          >
            <Zap className="ic" aria-hidden />
            {t('camera.torch')}
          </button>
        ) : (
          <span className="camera-btn" aria-hidden />
        )}
      </div>
    </>
  )
}

function Sharpness({ value }: { readonly value: number }) {
  const t = useT('intake')
  return (
    <div className="sharp">
      <span id="sharp-words">{t('camera.sharpness')}</span>
      <i
        role="meter"
        aria-labelledby="sharp-words"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
        className={value >= ASKED ? 'enough' : undefined}
        style={{ '--now': `${value}%`, '--asked': `${ASKED}%` } as React.CSSProperties}
      />
      <span>{t('camera.asked', { n: ASKED })}</span>
    </div>
  )
}
