'use client'
import { useState } from 'react'
import type { DraftPaper, DraftPin } from '#domain/intake/draft-view.ts'
import { pinTitle } from '#domain/case/pin-words.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { PaperPicture } from './paper-parts.tsx'

type Props = {
  readonly paper: DraftPaper
  readonly name: string
  readonly pins: readonly DraftPin[]
}

/** The page that came back, with what was marked on it. Without signal the words say it; the picture may not be here. */
export function PinnedPage({ paper, name, pins }: Props) {
  const t = useT('intake')
  const text = useText()
  const [gone, setGone] = useState(false)
  const pdf = paper.mime === 'application/pdf'
  return (
    <figure className="pinned">
      {pdf ? (
        <PaperPicture paper={paper} alt={name} />
      ) : gone ? (
        <p className="second">{t('repair.noPicture')}</p>
      ) : (
        <span className="pinned-page">
          <img
            src={`/papers/${paper.fileId}`}
            alt={t('repair.picture', { paper: name, n: pins.length })}
            loading="lazy"
            onError={() => setGone(true)}
          />
          {pins.map(({ id, number, box }) => (
            <span
              key={id}
              className={box.w === 0 && box.h === 0 ? 'pinned-at point' : 'pinned-at'}
              style={{
                left: `${box.x * 100}%`,
                top: `${box.y * 100}%`,
                width: `${box.w * 100}%`,
                height: `${box.h * 100}%`,
              }}
              aria-hidden
            >
              <b>{number}</b>
            </span>
          ))}
        </span>
      )}
      <figcaption>
        <ol>
          {pins.map((pin) => (
            <li key={pin.id}>
              <b aria-label={t('repair.pin', { n: pin.number })}>{pin.number}</b>
              <span>
                {text(pinTitle(pin))}
                {pdf ? ` (${t('repair.page', { n: pin.page })})` : ''}
                {pin.code !== undefined && pin.code !== 'OTHER' && pin.text !== '' ? `. ${pin.text}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}
