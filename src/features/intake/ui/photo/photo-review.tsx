'use client'
import { CircleCheck, RotateCw, ScanText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PaperOverride } from '#domain/case/paper-verdict.ts'
import { PAPER_FAULT_TEXT } from '#domain/case/paper-verdict-words.ts'
import { bytesInWords } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { JudgedPhoto } from '../shrink-photo.ts'
import { OverrideForm } from './override-form.tsx'
import { develop } from './photo-desk.ts'
import type { Developed, DevelopWish } from './photo-words.ts'

type Props = {
  readonly file: File
  /** The name of the paper, for the picture. */
  readonly paper: string
  readonly againLabel: string
  readonly onAgain: () => void
  readonly onReady: (paper: JudgedPhoto) => void
  /** It is no picture that can be opened here. */
  readonly onUnknown: (why: string) => void
}

/** The photo as it would be sent, what the judge found, and the choice: again, or this one with a reason. */
export function PhotoReview({ file, paper, againLabel, onAgain, onReady, onUnknown }: Props) {
  const t = useT('intake')
  const text = useText()
  const locale = useLocale()
  const [wish, setWish] = useState<DevelopWish>({ straight: true })
  const developed = useDeveloped(file, wish, onUnknown)
  const address = usePicture(developed)
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const known = developed !== undefined
  useEffect(() => {
    if (known) heading.current?.focus()
  }, [known])
  if (developed === undefined || address === undefined) {
    return (
      <div className="photo-review" aria-busy>
        <output className="photo-busy">{t('photo.looking')}</output>
      </div>
    )
  }
  const { shot, straightened, turned } = developed
  const [worst, ...others] = shot.verdict.faults
  const use = (override?: PaperOverride) => {
    const verdict = override === undefined ? shot.verdict : { ...shot.verdict, override }
    onReady(new JudgedPhoto(shot.bytes, file.name, shot.mime, verdict))
  }
  const size = bytesInWords(shot.bytes.length, locale)
  return (
    <div className="photo-review" data-verdict={worst ? worst.fault : 'ok'}>
      <div className="photo-shown">
        <img src={address} alt={t('photo.of', { paper })} width={shot.width} height={shot.height} />
      </div>
      <div className="photo-words">
        <h3 className="vh" tabIndex={-1} ref={heading}>
          {worst ? t('photo.bad') : t('photo.good')}
        </h3>
        <div role="status">
          {worst ? (
            <Note
              tone="warn"
              icon={<ScanText className="ic" aria-hidden />}
              title={text(PAPER_FAULT_TEXT[worst.fault].hint)}
            >
              {others.length > 0
                ? t('photo.also', {
                    faults: others.map(({ fault }) => text(PAPER_FAULT_TEXT[fault].label)).join(', '),
                  })
                : null}
            </Note>
          ) : (
            <Note
              tone="accent"
              icon={<CircleCheck className="ic" aria-hidden />}
              title={t('photo.clear', { size })}
            >
              {shot.large ? t('photo.large') : straightened ? t('photo.straightened') : null}
            </Note>
          )}
        </div>
        <div className="photo-tools">
          {straightened || !wish.straight ? (
            <button
              type="button"
              className="btn touch"
              aria-pressed={wish.straight}
              onClick={() => setWish({ straight: !wish.straight })}
            >
              {wish.straight ? t('photo.asTaken') : t('photo.straighten')}
            </button>
          ) : null}
          <button
            type="button"
            className="btn touch"
            onClick={() => setWish({ ...wish, turn: (turned + 1) % 4 })}
          >
            <RotateCw className="ic" aria-hidden />
            {t('photo.turn')}
          </button>
        </div>
        {asking ? (
          <OverrideForm onUse={use} onBack={() => setAsking(false)} />
        ) : worst ? (
          <div className="photo-choice">
            <Button variant="primary" touch block onClick={onAgain}>
              {againLabel}
            </Button>
            <Button touch block onClick={() => setAsking(true)}>
              {t('photo.anyway')}
            </Button>
          </div>
        ) : (
          <div className="photo-choice">
            <Button variant="primary" touch block onClick={() => use()}>
              {t('photo.use')}
            </Button>
            <Button touch block onClick={onAgain}>
              {againLabel}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function useDeveloped(
  file: File,
  wish: DevelopWish,
  onUnknown: (why: string) => void,
): (Developed & { ok: true }) | undefined {
  const [made, setMade] = useState<{
    readonly of: DevelopWish
    readonly developed: Developed & { ok: true }
  }>()
  const told = useRef(onUnknown)
  told.current = onUnknown
  useEffect(() => {
    let gone = false
    develop(file, wish).then(
      (developed) => {
        if (gone) return
        if (developed.ok) setMade({ of: wish, developed })
        else told.current(developed.why)
      },
      () => {
        if (!gone) told.current('unknown-picture')
      },
    )
    return () => {
      gone = true
    }
  }, [file, wish])
  return made?.developed
}

function usePicture(developed: (Developed & { ok: true }) | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  const shot = developed?.shot
  useEffect(() => {
    if (shot === undefined) return
    const made = URL.createObjectURL(new Blob([shot.bytes], { type: shot.mime }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [shot])
  return address
}
