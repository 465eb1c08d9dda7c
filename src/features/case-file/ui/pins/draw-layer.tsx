'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { PinBox } from '#domain/case/pin.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { PinTool } from './pin-desk.ts'
import type { Frame, Spot } from './pin-place.ts'
import { boxBetween, boxOnGlass, onGlass, onPage, pointAt, within } from './pin-place.ts'

type DrawLayerProps = {
  readonly tool: PinTool
  readonly frame: Frame
  readonly label: string
  readonly onDrawn: (box: PinBox) => void
  readonly onLeave: () => void
}

/** A hand that moved less than this meant a point. */
const LEAST_DRAG = 6
const STEP = 0.02
const FINE_STEP = 0.004
const ARROW: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Where a pin or a box is drawn: with the mouse, a finger, or by keys. Arrows move a cross (with Shift in small steps),
 * Enter puts the pin or the first corner of the box, a second Enter its other corner, Escape leaves.
 */
export function DrawLayer({ tool, frame, label, onDrawn, onLeave }: DrawLayerProps) {
  const t = useT('case')
  const ref = useRef<HTMLDivElement>(null)
  const from = useRef<{ readonly spot: Spot; readonly x: number; readonly y: number }>(undefined)
  const [drawn, setDrawn] = useState<PinBox>()
  // The cross begins in the middle of what is seen of the page.
  const [cross, setCross] = useState<Spot>(() => within(onPage({ x: 0, y: 0 }, frame)))
  const [corner, setCorner] = useState<Spot>()
  const [byKeys, setByKeys] = useState(false)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])

  const spotOf = (event: PointerEvent<HTMLDivElement>): Spot => {
    const stage = event.currentTarget.getBoundingClientRect()
    return onPage(
      { x: event.clientX - stage.left - stage.width / 2, y: event.clientY - stage.top - stage.height / 2 },
      frame,
    )
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.stopPropagation()
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { spot: spotOf(event), x: event.clientX, y: event.clientY }
    setByKeys(false)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!from.current) return
    event.stopPropagation()
    setDrawn(boxBetween(from.current.spot, spotOf(event)))
  }
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const start = from.current
    from.current = undefined
    setDrawn(undefined)
    if (!start) return
    event.stopPropagation()
    const dragged = Math.hypot(event.clientX - start.x, event.clientY - start.y) >= LEAST_DRAG
    if (dragged) onDrawn(boxBetween(start.spot, spotOf(event)))
    else if (tool === 'pin') onDrawn(pointAt(within(start.spot)))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const arrow = ARROW[event.key]
    if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const step = event.shiftKey ? FINE_STEP : STEP
      setByKeys(true)
      setCross((at) => within({ x: at.x + arrow[0] * step, y: at.y + arrow[1] * step }))
    } else if (event.key === 'Enter' || event.key === ' ') {
      setByKeys(true)
      if (tool === 'pin') onDrawn(pointAt(cross))
      else if (corner) onDrawn(boxBetween(corner, cross))
      else setCorner(cross)
    } else if (event.key === 'Escape') {
      if (corner) setCorner(undefined)
      else onLeave()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shown = drawn ?? (corner ? boxBetween(corner, cross) : undefined)
  const zone = shown && boxOnGlass(shown, frame)
  const at = onGlass(cross, frame)
  const percent = { x: Math.round(cross.x * 100), y: Math.round(cross.y * 100) }
  return (
    // A place of its own for hand and keys: nothing of the page below is pressed or moved meanwhile.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className="pin-draw"
      tabIndex={0}
      role="group"
      aria-label={t(tool === 'pin' ? 'pin.drawPin' : 'pin.drawBox', { paper: label })}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Enter Escape"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        from.current = undefined
        setDrawn(undefined)
      }}
      onKeyDown={onKeyDown}
    >
      {zone ? (
        <span
          className="pin-zone drawing"
          style={{
            left: `calc(50% + ${zone.left}px)`,
            top: `calc(50% + ${zone.top}px)`,
            width: zone.width,
            height: zone.height,
          }}
        />
      ) : null}
      {byKeys || corner ? (
        <span
          className="pin-cross"
          style={{ left: `calc(50% + ${at.x}px)`, top: `calc(50% + ${at.y}px)` }}
          aria-hidden
        />
      ) : null}
      <span className="vh" aria-live="polite">
        {byKeys ? t(corner ? 'pin.atCorner' : 'pin.at', percent) : ''}
      </span>
    </div>
  )
}
