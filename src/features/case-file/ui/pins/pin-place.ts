import type { PinBox } from '#domain/case/pin.ts'
import type { ViewTransform } from '../view-transform.ts'

/** How a page lies under the glass: turned, enlarged, moved; and its own size at 100 %. */
export type Frame = {
  readonly view: ViewTransform
  readonly page: { readonly width: number; readonly height: number }
}
export type Spot = { readonly x: number; readonly y: number }
/** A rectangle on the glass, in pixels from its middle. */
export type GlassBox = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a place of the upright page (0…1) is drawn, in pixels from the middle of the glass. */
export function onGlass(at: Spot, { view, page }: Frame): Spot {
  const x = (at.x - 0.5) * page.width * view.scale
  const y = (at.y - 0.5) * page.height * view.scale
  const [dx, dy] = turnedBy(x, y, view.turn)
  return { x: dx + view.x, y: dy + view.y }
}

/** The place of the upright page that lies at this point of the glass; outside of the page below 0 or above 1. */
export function onPage(at: Spot, { view, page }: Frame): Spot {
  const [x, y] = turnedBy(at.x - view.x, at.y - view.y, -view.turn)
  return { x: x / view.scale / page.width + 0.5, y: y / view.scale / page.height + 0.5 }
}

export function boxOnGlass({ x, y, w, h }: PinBox, frame: Frame): GlassBox {
  const one = onGlass({ x, y }, frame)
  const other = onGlass({ x: x + w, y: y + h }, frame)
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  }
}

/** The box between two corners, whichever comes first, cut at the edges of the page. */
export function boxBetween(one: Spot, other: Spot): PinBox {
  const [left, right] = inOrder(one.x, other.x)
  const [top, bottom] = inOrder(one.y, other.y)
  return { x: left, y: top, w: fine(right - left), h: fine(bottom - top) }
}

export function pointAt(at: Spot): PinBox {
  return boxBetween(at, at)
}

/** Too small to be drawn as a box. */
export function isPoint({ w, h }: PinBox): boolean {
  return w === 0 && h === 0
}

export function within(at: Spot): Spot {
  return { x: clamp(at.x), y: clamp(at.y) }
}

/** Quarters to the right, as the screen counts: down is positive. */
function turnedBy(x: number, y: number, turn: number): readonly [number, number] {
  switch (((turn % 4) + 4) % 4) {
    case 1:
      return [-y, x]
    case 2:
      return [-x, -y]
    case 3:
      return [y, -x]
    default:
      return [x, y]
  }
}

function inOrder(one: number, other: number): readonly [number, number] {
  const [a, b] = [clamp(one), clamp(other)]
  return a < b ? [a, b] : [b, a]
}

/** A ten-thousandth of a page is finer than any paper was written. */
function fine(part: number): number {
  return Math.round(part * 10_000) / 10_000
}

function clamp(part: number): number {
  return fine(Math.min(1, Math.max(0, part)))
}
