'use client'
import type { CSSProperties, RefObject } from 'react'
import { pinTitle } from '#domain/case/pin-words.ts'
import type { Pin, PinBox } from '#domain/case/pin.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { colourOf } from '#ui/avatar.tsx'
import { useDesk } from '../desk.ts'
import { DrawLayer } from './draw-layer.tsx'
import { usePinDesk } from './pin-desk.ts'
import { PinMark } from './pin-mark.tsx'
import type { Frame } from './pin-place.ts'
import { boxOnGlass, isPoint } from './pin-place.ts'
import { floatingAt } from './floating-at.ts'
import { NewPin } from './new-pin.tsx'
import { PinThread } from './pin-thread.tsx'
import './pins.css'

type PinLayerProps = {
  readonly fileId: string
  readonly page: number
  readonly label: string
  readonly frame: Frame
  readonly stage: RefObject<HTMLElement | null>
  /** The page of which this one came in place: what was asked for is shown at the same place here. */
  readonly insteadOf: string | undefined
}

/** The pins of one page over the glass. They keep their size and stand upright, however the paper lies. */
export function PinLayer({ fileId, page, label, frame, stage, insteadOf }: PinLayerProps) {
  const { file } = useDesk()
  const desk = usePinDesk()
  const onPage = (pin: Pin, of: string | undefined) =>
    pin.fileId === of && pin.page === page && pin.state !== 'withdrawn'
  const own = file.pins.filter((pin) => onPage(pin, fileId))
  const asked = desk.review.filter((pin) => onPage(pin, insteadOf))
  const draft = desk.draft?.fileId === fileId && desk.draft.page === page ? desk.draft : undefined
  const opened = [...own, ...asked].find((pin) => pin.id === desk.openId)
  const floating = draft?.box ?? (own.includes(opened as Pin) ? opened?.box : undefined)
  if (!desk.may) return null
  return (
    // What is pressed here is not meant for the paper below, which would be moved by it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="pin-layer"
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key.startsWith('Arrow')) event.stopPropagation()
      }}
    >
      {desk.tool ? (
        <DrawLayer
          key={desk.tool}
          tool={desk.tool}
          frame={frame}
          label={label}
          onDrawn={(box) => desk.setDraft({ fileId, page, box })}
          onLeave={() => {
            desk.setTool(undefined)
            stage.current?.focus()
          }}
        />
      ) : null}
      {own.map((pin) => (
        <OnPaper key={pin.id} pin={pin} frame={frame} stage={stage} />
      ))}
      {asked.map((pin) => (
        <OnPaper key={pin.id} pin={pin} frame={frame} stage={stage} again />
      ))}
      {draft ? <Zone box={draft.box} frame={frame} className="drawing" /> : null}
      {floating && (draft || opened) ? (
        <div className="pin-float" style={floatingAt(boxOnGlass(floating, frame), stage.current)}>
          {draft ? (
            <NewPin key={`${draft.fileId} ${draft.page}`} draft={draft} />
          ) : opened ? (
            <PinThread key={opened.id} pin={opened} />
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

type OnPaperProps = {
  readonly pin: Pin
  readonly frame: Frame
  readonly stage: RefObject<HTMLElement | null>
  /** On the page that came instead: dashed while it waits for an answer. */
  readonly again?: boolean
}

function OnPaper({ pin, frame, stage, again }: OnPaperProps) {
  const t = useT('case')
  const text = useText()
  const desk = usePinDesk()
  const box = boxOnGlass(pin.box, frame)
  const open = desk.openId === pin.id
  const edge = (stage.current?.clientWidth ?? Infinity) / 2
  const left =
    box.left + box.width + 32 > edge ? box.left - 30 : box.left + box.width + (isPoint(pin.box) ? 0 : 5)
  const title = text(pinTitle(pin))
  return (
    <>
      <Zone
        box={pin.box}
        frame={frame}
        className={
          again ? (pin.state === 'good' ? 'again' : 'again waits') : pin.state === 'good' ? 'done' : ''
        }
        colour={again || pin.state === 'good' ? undefined : colourOf(pin.by.id)}
      />
      <button
        type="button"
        className="pin-drop"
        data-pin={pin.number}
        aria-expanded={again ? undefined : open}
        aria-current={desk.current?.id === pin.id || undefined}
        aria-label={t('pin.about', {
          n: pin.number,
          what: title,
          who: pin.by.name,
          state: t(`pin.state.${pin.state}`),
        })}
        title={title}
        style={{ left: `calc(50% + ${left}px)`, top: `calc(50% + ${box.top + box.height}px)` }}
        onClick={() => (again ? desk.look(pin) : desk.open(open ? undefined : pin))}
      >
        <PinMark pin={pin} />
      </button>
    </>
  )
}

type ZoneProps = {
  readonly box: PinBox
  readonly frame: Frame
  readonly className: string
  readonly colour?: number | undefined
}

function Zone({ box, frame, className, colour }: ZoneProps) {
  const { left, top, width, height } = boxOnGlass(box, frame)
  const style: CSSProperties = { left: `calc(50% + ${left}px)`, top: `calc(50% + ${top}px)`, width, height }
  const point = isPoint(box)
  return (
    <span
      className={['pin-zone', point ? 'point' : '', className, colour === undefined ? '' : `c${colour}`]
        .filter(Boolean)
        .join(' ')}
      style={point ? { left: style.left, top: style.top } : style}
      aria-hidden
    />
  )
}
